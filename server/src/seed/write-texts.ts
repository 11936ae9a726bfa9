import type { Api } from '../process/in-process-api.ts'
import type { Members } from './join-members.ts'
import { paintPictures } from './pictures.ts'
import type { Acceptance, Person, PlannedText, Response, TextKind, Views } from './plan.ts'
import type { Steps } from './step.ts'

const boardOf: Partial<Record<TextKind, string>> = {
  ...{ question: 'qna', archive: 'archive', talk: 'free', gathering: 'together', notice: 'notice' },
}
const prefixOf: Record<TextKind, string> = {
  ...{ question: 'pst', archive: 'pst', talk: 'pst', gathering: 'pst', notice: 'pst' },
  ...{ answer: 'ans', comment: 'cmt' },
}

interface Branch {
  id: string
  name: string
  nameEn: string | null
  children?: Branch[]
}

/** Boards by slug with the ids of their categories by English path. */
export async function readBoards(api: Api): Promise<Map<string, Map<string, string>>> {
  const { body } = await api.call('GET', '/api/boards')
  const boards = new Map<string, Map<string, string>>()
  for (const { slug } of body.items as { slug: string }[]) {
    const { body: board } = await api.call('GET', `/api/boards/${slug}`)
    const categories = new Map<string, string>()
    for (const top of board.categories as Branch[])
      for (const below of top.children ?? [])
        categories.set(`${top.nameEn ?? top.name}/${below.nameEn ?? below.name}`, below.id)
    boards.set(slug, categories)
  }
  return boards
}

export interface Writer {
  write(text: PlannedText): Promise<void>
  accept(acceptance: Acceptance): Promise<void>
  respond(response: Response): Promise<void>
  look(views: Views, at: Date): Promise<void>
}

/** Writes what was planned, each thing once. What stands on a board that this instance has not is left out. */
export function createWriter(
  api: Api,
  steps: Steps,
  members: Members,
  boards: Map<string, Map<string, string>>,
): Writer {
  const isThere = (text: PlannedText): boolean =>
    text.under ? isThere(text.under) : boards.has(boardOf[text.kind] ?? '')
  const idOf = (to: PlannedText | Person) => steps.idOf('name' in to ? to.name : `member:${to.key}`)

  async function publish(text: PlannedText, token: string): Promise<void> {
    const slug = boardOf[text.kind] ?? ''
    const categoryId = text.category ? boards.get(slug)?.get(text.category) : undefined
    const body = {
      ...text.input,
      body: await paintPictures(api, token, String(text.input['body'])),
      ...(categoryId ? { categoryId } : {}),
      ...(text.grownFrom ? { archiveOf: idOf(text.grownFrom) } : {}),
    }
    await steps.call({ method: 'POST', path: `/api/boards/${slug}/posts`, token, body })
  }

  async function reply(text: PlannedText, under: PlannedText, token: string): Promise<void> {
    const path = text.kind === 'answer' ? `/api/posts/${idOf(under)}/answers` : `/api/subjects/${idOf(under)}/comments`
    const parentId = text.replyTo ? { parentId: idOf(text.replyTo) } : {}
    await steps.call({ method: 'POST', path, token, body: { ...text.input, ...parentId } })
  }

  return {
    async write(text) {
      if (!isThere(text)) return
      const token = members.tokenOf(text.by)
      await steps.once(text.name, text.at, prefixOf[text.kind], () =>
        text.under ? reply(text, text.under, token) : publish(text, token),
      )
      if (text.isPinned)
        await steps.once(`${text.name}:pin`, text.at, undefined, async () => {
          await steps.call({ method: 'PUT', path: `/api/posts/${idOf(text)}/pin`, token })
        })
    },
    async accept({ question, answer, at }) {
      if (!isThere(question)) return
      await steps.once(`${question.name}:accepted`, at, undefined, async () => {
        const [token, body] = [members.tokenOf(question.by), { answerId: idOf(answer) }]
        await steps.call({ method: 'POST', path: `/api/posts/${idOf(question)}/acceptance`, token, body }, [409])
      })
    },
    async respond({ kind, by, to, at }) {
      if ('name' in to && !isThere(to)) return
      const id = idOf(to)
      const [path, body] = {
        like: [`/api/subjects/${id}/reaction`, { kind: 'like' }] as const,
        bookmark: [`/api/subjects/${id}/bookmark`, {}] as const,
        follow: [`/api/members/${id}/follow`, undefined] as const,
      }[kind]
      const name = `${kind}:${'name' in to ? to.name : to.key}:${by.key}`
      await steps.once(name, at, undefined, async () => {
        await steps.call({ method: 'PUT', path, token: members.tokenOf(by), body })
      })
    },
    async look({ of, readers }, at) {
      if (!isThere(of)) return
      await steps.once(`${of.name}:views`, at, undefined, async () => {
        for (let n = 0; n < readers; n++)
          await steps.call({
            ...{ method: 'POST', path: `/api/posts/${idOf(of)}/views` },
            headers: { 'user-agent': `Mozilla/5.0 (a reader, ${n})` },
          })
      })
    },
  }
}
