import { parseArgs } from 'node:util'
import { importMarkdown } from '../../importers/markdown/import-markdown.ts'
import { ImportRefused } from '../../importers/markdown/refused.ts'
import { reportLines } from '../../importers/markdown/report-lines.ts'
import { createPen } from '../../importers/pen.ts'
import type { FilesApi } from '../../modules/files/index.ts'
import type { IdentityApi } from '../../modules/identity/index.ts'
import { inProcessApi } from '../../process/in-process-api.ts'
import { openInstance } from '../../process/open-instance.ts'
import { explain } from '../../process/operator-problem.ts'
import { optionsOf, stopBySignal } from './command-line.ts'
import { createProgress } from './progress.ts'

const usage = `npm run import -- markdown DIR --board SLUG
  Makes posts of the Markdown documents below DIR (.md, .mdx): front matter, links between them, pictures. Run again, it
  writes what is new, updates what changed and leaves the rest. It works while the instance runs, and when it does not.

  --board SLUG      where they go; /boards/SLUG in the browser
  --author NAME     a member's nickname (default: the author that a document names, else the first administrator)
  --category NAME   for documents without one of their own: Go, or Languages/Go
  --tag TAG         given to every document; may be repeated
  --base-url URL    where the site's own links lead when the document is not in DIR
  --source NAME     what DIR is called from one run to the next (default: its path)
  --dry-run         say what would happen, write nothing`

function readOptions(argv: string[]) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      board: { type: 'string' },
      author: { type: 'string' },
      category: { type: 'string' },
      tag: { type: 'string', multiple: true, default: [] },
      'base-url': { type: 'string' },
      source: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    },
  })
  const [what, folder, ...rest] = positionals
  if (what !== 'markdown' || folder === undefined || rest.length || values.board === undefined)
    throw new Error(
      what === 'markdown' && folder !== undefined ? 'say which board: --board SLUG' : 'say what to import',
    )
  const { board, author, category, tag: tags, source, 'base-url': baseUrl, 'dry-run': isDryRun } = values
  if (baseUrl !== undefined && !URL.canParse(baseUrl)) throw new Error(`${baseUrl} is not an address`)
  return { folder, board, author, category, tags, source, baseUrl, isDryRun }
}

async function main(argv: string[]): Promise<number> {
  const options = optionsOf(() => readOptions(argv), usage)
  if (!options) return 64
  const isStopped = stopBySignal()
  const pen = createPen()
  const { instance, isServed, close } = await openInstance({ clock: pen.clock, ids: pen.ids, also: [pen.module] })
  if (isServed) process.stderr.write('the instance is running: writing beside it\n')
  try {
    const { platform, parts } = instance
    const api = <T>(name: string) => parts.get(name)?.api as T
    const tools = {
      ...{ platform, pen, api: inProcessApi(instance) },
      ...{ files: api<FilesApi>('files'), identity: api<IdentityApi>('identity') },
    }
    const { onProgress } = createProgress()
    const report = await importMarkdown(tools, options, { onProgress, isStopped })
    process.stdout.write(`${reportLines(report).join('\n')}\n`)
    if (report.isCut) return 130
    return report.outcomes.some(({ fate }) => fate === 'failed') ? 1 : 0
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  } finally {
    await close()
  }
}

process.exitCode = await main(process.argv.slice(2)).catch((error) => explain(error, 0))
