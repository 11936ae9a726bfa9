import type { ICruiseOptions, IRegularForbiddenRuleType } from 'dependency-cruiser'

const wall = (
  name: string,
  comment: string,
  from: IRegularForbiddenRuleType['from'],
  to: IRegularForbiddenRuleType['to'],
): IRegularForbiddenRuleType & { name: string } => ({ name, comment, severity: 'error', from, to })

/** Who may import whom. architecture.test.ts proves that each wall catches. */
export const walls = [
  wall('no-cycles', 'a cycle hides which file stands on which', {}, { circular: true }),
  wall(
    'kernel-is-pure',
    'pure values: no I/O, nothing above',
    { path: '^server/src/kernel/' },
    {
      path: '^server/src/(?!kernel/)',
    },
  ),
  wall(
    'ports-know-the-kernel-only',
    'a port is a contract',
    { path: '^server/src/ports/', pathNot: '\\.contract\\.ts$' },
    {
      path: '^server/src/(?!kernel/|ports/)',
    },
  ),
  wall(
    'platform-knows-no-module',
    'modules stand on the platform, never the reverse',
    { path: '^server/src/platform/', pathNot: '\\.test\\.ts$' },
    {
      path: '^server/src/(modules|adapters|transports|compose|process|main)',
    },
  ),
  wall(
    'adapters-know-ports',
    'an adapter serves a port, not a module',
    { path: '^server/src/adapters/', pathNot: '\\.test\\.ts$' },
    {
      path: '^server/src/(modules|transports|compose|process|main)',
    },
  ),
  wall(
    'only-compose-names-adapters',
    'adapters are chosen by address in one place',
    {
      path: '^server/src/',
      pathNot: '^server/src/(adapters/|compose\\.ts|process/|transports/cli/)|\\.test\\.ts$',
    },
    { path: '^server/src/adapters/' },
  ),
  wall(
    'transports-know-no-module',
    'turn bytes into (actor, input): no business words',
    {
      path: '^server/src/transports/(?!cli/)',
      pathNot: '\\.test\\.ts$',
    },
    { path: '^server/src/modules/' },
  ),
  wall(
    'modules-know-no-transport',
    'a use case does not know how it was called',
    {
      path: '^server/src/modules/',
      pathNot: '\\.test\\.ts$',
    },
    { path: '^server/src/(transports|compose|process|main)' },
  ),
  wall(
    'through-the-front-door',
    'another module is read through its index.ts alone',
    {
      path: '^server/src/modules/([^/]+)/',
      pathNot: '\\.test\\.ts$',
    },
    { path: '^server/src/modules/(?!$1/)[^/]+/(?!index\\.ts$)' },
  ),
  wall(
    'front-doors-import-no-module',
    'needs form no cycle',
    { path: '^server/src/modules/([^/]+)/index\\.ts$' },
    {
      path: '^server/src/modules/(?!$1/)',
    },
  ),
  wall(
    'only-compose-lists-modules',
    'modules are composed by hand, in one place',
    {
      path: '^server/src/',
      pathNot: '^server/src/compose\\.ts$|\\.test\\.ts$',
    },
    { path: '^server/src/modules/[^/]+/module\\.ts$' },
  ),
  wall(
    'features-stand-alone',
    'of another feature only what it asks of the API is known: its queries and their types',
    { path: '^web/src/features/([^/]+)/' },
    { path: '^web/src/features/(?!$1/)[^/]+/(?!(queries|types)\\.ts$)' },
  ),
  wall(
    'ui-knows-no-feature',
    'the design system stands below',
    { path: '^web/src/ui/', pathNot: 'gallery' },
    { path: '^web/src/features/' },
  ),
  wall(
    'web-knows-no-server',
    'the web speaks the public API like everybody; it shares pure values of the kernel',
    { path: '^web/src/' },
    { path: '^server/src/(?!kernel/)' },
  ),
]

/** swc, because dependency-cruiser cannot parse with TypeScript 7 and then finds nothing to complain of. */
export const cruiseOptions: ICruiseOptions = {
  parser: 'swc',
  tsPreCompilationDeps: true,
  doNotFollow: { path: 'node_modules' },
  exclude: { path: 'node_modules|/dist/|^virtual:' },
}
