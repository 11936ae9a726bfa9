import type { Actor } from '../../kernel/actor.ts'
import { createIds } from '../../kernel/id.ts'
import { alone, type Entry, readEntries, reserve } from '../import-ledger.ts'
import { findBoard } from './find-board.ts'
import type { Outcome, Report } from './outcome.ts'
import { type Plan, type Planned, planImport } from './plan.ts'
import { readFolder } from './read-folder.ts'
import { ImportRefused } from './refused.ts'
import { shownFiles } from './shown-files.ts'
import type { Author, ImportOptions, ImportTools } from './tools.ts'
import { writePost } from './write-post.ts'

export interface ImportProgress {
  onProgress(done: number, total: number, path: string): void
  /** Asked before each document. */
  isStopped(): boolean
}

const asAuthor = (id: string): Actor => ({ kind: 'member', id, roles: ['admin'], locale: 'en', address: '' })

async function defaultAuthor({ identity }: ImportTools, nickname: string | undefined): Promise<string> {
  if (nickname !== undefined) {
    const id = (await identity.idsOfNicknames([nickname])).get(nickname)
    if (!id) throw new ImportRefused(`nobody here is called ${nickname}`)
    return id
  }
  const [first] = await identity.administrators()
  if (!first) throw new ImportRefused('there is no administrator yet: open the set-up link of npm start first')
  return first
}

/** Ids for documents that have none, made of the time that they carry, before anything is written. */
async function entriesOf({ platform }: ImportTools, source: string, plan: Plan, isDryRun: boolean) {
  const known = await readEntries(platform.db, source)
  const fresh = plan.planned.filter(({ document }) => !known.has(document.path))
  const wanted = fresh.map(({ document: { path }, at }) => ({
    path,
    targetId: createIds({ now: () => at ?? platform.clock.now() }).next('pst'),
  }))
  if (!isDryRun) return reserve(platform.db, source, wanted)
  return new Map([...known, ...wanted.map((entry) => [entry.path, { ...entry, hash: null }] as const)])
}

/**
 * Makes posts of the Markdown documents below a folder, each once: run again, it writes what is new, updates what changed and
 * leaves the rest. Killed at any point it goes on where it was. Throws `ImportRefused` when it cannot begin.
 */
export async function importMarkdown(
  tools: ImportTools,
  options: ImportOptions,
  progress: ImportProgress,
): Promise<Report> {
  const { platform } = tools
  const began = performance.now()
  const folder = await readFolder(options.folder).catch((error: Error) => {
    throw new ImportRefused(error.message)
  })
  const source = options.source ?? folder.root
  const authorId = await defaultAuthor(tools, options.author)
  const board = await findBoard(tools, options.board, tools.api.tokenFor(asAuthor(authorId)))
  if (options.category !== undefined && !board.categoryNamed(options.category))
    throw new ImportRefused(`the board ${board.slug} has no category ${options.category}`)
  const plan = await planImport(folder, { tags: options.tags }, platform.config.timezone, platform.clock.now())
  const outcomes: Outcome[] = [...plan.outcomes]
  let entries = new Map<string, Entry>()
  let isCut = false

  const isMine = await alone(platform.db, source, async () => {
    entries = await entriesOf(tools, source, plan, options.isDryRun)
    const write = writePost({
      ...{ tools, folder, source, board, entries, options },
      planned: new Set(plan.planned.map(({ document }) => document.path)),
      file: shownFiles({ ...tools, source }, tools.files, entries, options.isDryRun),
      author: await authorsOf(tools, plan.planned, authorId),
    })
    for (const [n, planned] of plan.planned.entries()) {
      isCut = progress.isStopped()
      if (isCut) break
      progress.onProgress(n, plan.planned.length, planned.document.path)
      outcomes.push(await write(planned))
    }
    if (!isCut) progress.onProgress(plan.planned.length, plan.planned.length, '')
  })
  if (!isMine) throw new ImportRefused('another import of this folder is running')
  const vanished = [...entries.values()].filter(
    ({ path, targetId, hash }) => hash && targetId.startsWith('pst_') && !folder.onDisk.has(path),
  )
  return {
    board: board.name,
    outcomes,
    vanished: vanished.map(({ path }) => path),
    isCut,
    seconds: (performance.now() - began) / 1000,
    isDryRun: options.isDryRun,
  }
}

/** Who writes each document: the member whom it names, else the default. One token an author. */
async function authorsOf({ identity, api }: ImportTools, planned: Planned[], defaultId: string) {
  const names = [...new Set(planned.flatMap(({ document }) => document.author ?? []))]
  const ids = await identity.idsOfNicknames(names)
  const tokens = new Map<string, string>()
  const tokenOf = (id: string) => {
    const token = tokens.get(id) ?? api.tokenFor(asAuthor(id))
    tokens.set(id, token)
    return token
  }
  return ({ document }: Planned): Author => {
    const named = document.author ? ids.get(document.author) : undefined
    const id = named ?? defaultId
    return { id, token: tokenOf(id), ...(document.author && !named ? { unknown: document.author } : {}) }
  }
}
