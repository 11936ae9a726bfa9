import type { Caller, TestApp, TestMember } from '../../server/test/app.ts'

export type Content = { board: string; questions: string; postId: string; questionId: string; categoryId: string }

type Category = { id: string; children: Category[] }
type Board = { slug: string; kind: string; categories: Category[] }

const leafOf = ({ categories: [top] }: Board): string | null => top?.children[0]?.id ?? top?.id ?? null

/** Writes a post through the API and answers its id. */
export async function publish(author: Caller, board: string, title: string, body: string, categoryId: string | null) {
  const answer = await author.post(`/api/boards/${board}/posts`, { title, body, categoryId, tags: ['마당'] })
  if (answer.status !== 201) throw new Error(`publishing answered ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body.id as string
}

/** A post and a question on the boards that a new instance has. */
export async function someContent(t: TestApp, author: TestMember): Promise<Content> {
  const boards: Board[] = (await t.guest.get('/api/boards')).body.items
  const free = boards.find(({ kind }) => kind === 'discussion')
  const asked = boards.find(({ kind }) => kind === 'question')
  if (!free || !asked) throw new Error('a new instance has no boards to write on')
  const postId = await publish(author, free.slug, '새벽 달리기 후기', '오늘은 **비가** 조금 왔어요.', leafOf(free))
  const questionId = await publish(
    author,
    asked.slug,
    '스프링 컨슈머가 같은 메시지를 두 번 처리해요',
    '어떻게 막나요?',
    leafOf(asked),
  )
  return { board: free.slug, questions: asked.slug, postId, questionId, categoryId: leafOf(asked) ?? '' }
}
