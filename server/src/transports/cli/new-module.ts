import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The server's folder: its templates and its src. */
const server = fileURLToPath(new URL('../../../', import.meta.url))

const usage = `npm run new-module NAME [SINGULAR]
  NAME      plural, lower case, one word: polls
  SINGULAR  its kind of subject, where it is not NAME without the s: stories story`

export interface Names {
  module: string
  kind: string
  prefix: string
}

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)

/** Three letters that no other kind has: the first three, else the first and two others of the word. */
export function freePrefix(kind: string, taken: Set<string>): string {
  const [first = '', ...rest] = kind
  const pairs = rest.flatMap((a, i) => rest.slice(i + 1).map((b) => first + a + b))
  const letters = [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => kind.slice(0, 2) + letter)
  const found = [...pairs, ...letters].find((prefix) => /^[a-z]{3}$/.test(prefix) && !taken.has(prefix))
  if (!found) throw new Error(`no free prefix for ${kind}`)
  return found
}

function takenPrefixes(folder: string): Set<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const found = files.flatMap((file) => [
    ...readFileSync(join(folder, file), 'utf8').matchAll(/(?:prefix: |next\()'([a-z]{3})'/g),
  ])
  return new Set(found.map((match) => match[1] ?? ''))
}

/** The template speaks of notes: the words, and the way to the source, become the new module's. */
export function rename(text: string, { module, kind, prefix }: Names): string {
  return text
    .replaceAll('../../../../web/e2e/', './')
    .replaceAll('../../../../web/src/', '../../')
    .replaceAll('../../src/modules/', '../')
    .replaceAll('../../src/', '../../')
    .replaceAll('../../test/', '../../../test/')
    .replaceAll("'nte'", `'${prefix}'`)
    .replaceAll('Notes', capital(module))
    .replaceAll('notes', module)
    .replaceAll('Note', capital(kind))
    .replaceAll('note', kind)
    .replaceAll('노트', kind)
}

/** Adds the module behind the last one of compose.ts's list. */
export function listModule(compose: string, module: string): string {
  const line = `import { ${module}Module } from './modules/${module}/module.ts'\n`
  const at = compose.lastIndexOf('import { opsModule }')
  const withImport = at < 0 ? line + compose : compose.slice(0, at) + line + compose.slice(at)
  return withImport.replace(
    /(export const modules: Module\[\] = \[[^\]]*?)(\s*opsModule,)?(\s*\])/,
    (_, head, ops = '', end) => `${head}\n  ${module}Module,${ops}${end}`,
  )
}

/** Where a file of the template goes: the module's folder, its web part's, or the browser tests. */
function placeOf(file: string, module: string, root: string): string {
  const web = join(root, '../web')
  if (file.endsWith('.e2e.ts')) return join(web, 'e2e', `${module}.test.ts`)
  const [, part] = /^web[\\/](.+)$/.exec(file) ?? []
  return part ? join(web, 'src/features', module, part) : join(root, 'src/modules', module, file)
}

/**
 * Writes `src/modules/<name>` and its web part from the template and lists it in compose.ts. Refuses a name that is taken
 * or no word.
 */
export function newModule(module: string, kind: string, root = server): Names {
  if (!/^[a-z]{3,30}$/.test(module) || !/^[a-z]{3,30}$/.test(kind))
    throw new Error(`a name is one word of small letters\n${usage}`)
  const target = join(root, 'src/modules', module)
  if (existsSync(target)) throw new Error(`${target} is there already`)
  const names = { module, kind, prefix: freePrefix(kind, takenPrefixes(join(root, 'src/modules'))) }
  const template = join(root, 'templates/notes')
  for (const file of readdirSync(template, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(tsx?|sql|md|json)$/.test(file)) continue
    const to = placeOf(rename(file, names), module, root)
    mkdirSync(dirname(to), { recursive: true })
    writeFileSync(to, rename(readFileSync(join(template, file), 'utf8'), names))
  }
  const compose = join(root, 'src/compose.ts')
  writeFileSync(compose, listModule(readFileSync(compose, 'utf8'), module))
  return names
}

/** Renamed words sort and wrap differently from the template's: what was written is put in the house's format. */
function tidy(module: string, root: string): void {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const [server, web] = ['server/src', 'web/src/features']
  const written = [
    `${server}/compose.ts`,
    `${server}/modules/${module}`,
    `${web}/${module}`,
    `web/e2e/${module}.test.ts`,
  ]
  execFileSync(process.execPath, [biome, 'check', '--write', '--log-level=error', ...written], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

if (import.meta.main) {
  const [module = '', kind = module.replace(/s$/, '')] = process.argv.slice(2)
  try {
    const { prefix } = newModule(module, kind)
    tidy(module, join(server, '..'))
    execFileSync(process.execPath, [fileURLToPath(new URL('api-types.ts', import.meta.url))], { stdio: 'inherit' })
    process.stdout.write(`server/src/modules/${module} is written; its kind is ${kind}, its ids begin with ${prefix}_
It is listed in server/src/compose.ts. Its screens are in web/src/features/${module}. Next:
  npm test -- server/src/modules/${module} web/e2e/${module}
  node server/src/transports/cli/errors-doc.ts      after you declared a problem
  node server/src/transports/cli/api-types.ts       after you changed a route
  docs/guides/add-a-module.md                        tells the rest
`)
  } catch (error) {
    process.stderr.write(`madang: ${(error as Error).message}\n`)
    process.exit(1)
  }
}
