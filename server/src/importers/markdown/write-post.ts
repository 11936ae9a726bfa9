import type { Entry } from '../import-ledger.ts'
import { hashOf, reasonOf } from '../writer.ts'
import type { ImportBoard } from './find-board.ts'
import type { Fate, Outcome } from './outcome.ts'
import type { Planned } from './plan.ts'
import { type PostInput, postInput, type Surroundings } from './post-input.ts'
import type { Folder } from './read-folder.ts'
import type { shownFiles } from './shown-files.ts'
import type { Author, ImportOptions, ImportTools } from './tools.ts'

export interface WriteOptions {
  tools: ImportTools
  options: ImportOptions
  folder: Folder
  source: string
  board: ImportBoard
  entries: Map<string, Entry>
  /** Paths of all documents that become posts. */
  planned: Set<string>
  file: ReturnType<typeof shownFiles>
  author(planned: Planned): Author
}

/** Writes one document, or brings its post up to it. */
export function writePost(o: WriteOptions) {
  const { subjects } = o.tools.platform
  const linkTo = (path: string) => {
    const entry = o.planned.has(path) ? o.entries.get(path) : undefined
    return entry && subjects.linkOf({ id: entry.targetId, containerId: o.board.id })
  }

  return async (planned: Planned): Promise<Outcome> => {
    const { document } = planned
    const { path, notes } = document
    const entry = o.entries.get(path)
    if (!entry) throw new Error(`${path} has no id`)
    const outcome = (fate: Fate, why?: string): Outcome => ({ path, fate, notes, ...(why ? { why } : {}) })
    try {
      const author = o.author(planned)
      if (author.unknown) notes.push(`written by ${author.unknown}, whom nobody here is called`)
      const around: Surroundings = {
        ...{ folder: o.folder, linkTo, baseUrl: o.options.baseUrl },
        file: (file) => o.file({ ...file, authorId: author.id, token: author.token }),
      }
      const input = await postInput(document, categoryOf(o, planned), around)
      const hash = hashOf(JSON.stringify(input))
      if (entry.hash === hash) return outcome('unchanged')
      const isNew = entry.hash === null
      if (o.options.isDryRun) return outcome(isNew ? 'written' : 'updated')
      const refused = isNew
        ? await publish(o, planned, { ...entry, hash }, input, author.token)
        : await update(o, { ...entry, hash }, input, author.token)
      if (refused) return outcome(...refused)
      return outcome(isNew ? 'written' : 'updated')
    } catch (error) {
      return outcome('failed', (error as Error).message)
    }
  }
}

function categoryOf({ board, options }: WriteOptions, { document }: Planned): string | null {
  const own = document.category && board.categoryNamed(document.category)
  if (document.category && !own) document.notes.push(`a category that the board has not: ${document.category}`)
  return own || (options.category && board.categoryNamed(options.category)) || null
}

type Refused = [Fate, string] | undefined

async function publish(
  o: WriteOptions,
  { at }: Planned,
  entry: Entry,
  input: PostInput,
  token: string,
): Promise<Refused> {
  const { pen, api } = o.tools
  const answer = await pen.write({ ...entry, source: o.source, at }, () =>
    api.call('POST', `/api/boards/${o.board.slug}/posts`, { token, body: input }),
  )
  return answer.status === 201 ? undefined : ['failed', reasonOf(answer)]
}

async function update(o: WriteOptions, entry: Entry, input: PostInput, token: string): Promise<Refused> {
  const { pen, api } = o.tools
  const path = `/api/posts/${entry.targetId}`
  const before = await api.call('GET', path, { token })
  if (before.status === 404 || before.status === 410) return ['skipped', 'it was deleted on the board']
  const answer = await pen.write({ ...entry, source: o.source }, () =>
    api.call('PATCH', path, { token, body: input, headers: { 'if-match': `"${before.body.version}"` } }),
  )
  return answer.status === 200 ? undefined : ['failed', reasonOf(answer)]
}
