import type { Module } from '../../server/src/module.ts'
import { type TestApp, type TestMember, testApp } from '../../server/test/app.ts'

/** An instance that is set up, listening, with what `npm start` gives an empty one. */
export interface Stage {
  readonly t: TestApp
  readonly url: string
  readonly admin: TestMember
}

export async function stage(also: Module[] = []): Promise<Stage> {
  const t = await testApp({ pages: true, also })
  const url = await t.listen()
  return { t, url, admin: await t.admin() }
}

export type Written = { id: string; link: string; title: string }

/** A post that is there already when the test begins. */
export async function written(by: TestMember, board: string, input: object): Promise<Written> {
  const { status, body } = await by.post(`/api/boards/${board}/posts`, input)
  if (status !== 201) throw new Error(`${board} answered ${status} ${JSON.stringify(body)}`)
  return body
}

/** A question in the first category of its board, as this board asks for one. */
export async function asked(by: TestMember, input: { title: string; body: string }): Promise<Written> {
  const { body: board } = await by.get('/api/boards/qna')
  return written(by, 'qna', { ...input, categoryId: board.categories[0].id })
}
