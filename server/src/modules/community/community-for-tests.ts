import { expect, vi } from 'vitest'
import { password, type Reply, type TestApp, type TestAppOptions, type TestMember, testApp } from '../../../test/app.ts'
import { system } from '../../kernel/actor.ts'
import { answerAsAssistant } from './answers/answer-question.ts'
import type { BoardSettings, PostKind } from './boards/board.ts'
import { createBoardDirectory } from './boards/board-directory.ts'
import type { Community } from './community.ts'
import { createPostRows } from './posts/post-rows.ts'
import { createViewCounter } from './views/view-counter.ts'

export interface TestCommunity extends TestApp {
  keeper: TestMember
  community: Community
  /** A board of this kind that asks for no category; answers its slug. */
  board(kind: PostKind, settings?: Partial<BoardSettings>, more?: object): Promise<string>
  moderator(): Promise<TestMember>
  /** A member's token runs out when the clock is put forward. */
  again(member: TestMember): Promise<TestMember>
  /** The assistant's answer, as its module will have it written; answers its id. */
  assistantAnswer(questionId: string): Promise<string>
  /** What waits to be counted is counted now, as at the end of the process. */
  flushViews(): Promise<void>
  /** Runs a job and waits for its end. */
  runJob(name: string): Promise<void>
}

/** For what comes by events: long enough for a busy machine. */
export const eventually = { timeout: 10_000, interval: 20 }

let boards = 0
let posts = 0

export async function testCommunity(options: TestAppOptions = {}): Promise<TestCommunity> {
  const t = await testApp(options)
  const keeper = await t.admin()
  const community = communityOf(t)
  return {
    ...t,
    keeper,
    community,
    async board(kind, settings = {}, more = {}) {
      const slug = `board-${++boards}`
      done(await keeper.post('/api/boards', { slug, name: `게시판 ${boards}`, kind, settings, ...more }), 201)
      return slug
    },
    async moderator() {
      const member = await t.signUp()
      done(await keeper.post(`/api/members/${member.id}/grants`, { role: 'moderator', reason: '시험' }), 201)
      return member
    },
    async again(member) {
      const { body } = done(await t.guest.post('/api/sessions', { email: member.email, password }), 201)
      return { ...member, ...t.as(body.accessToken), token: body.accessToken }
    },
    async assistantAnswer(questionId) {
      // these boards are of this test alone, and hear of a new one by its event
      await t.settled()
      return answerAsAssistant(community, system, questionId, '자동 첫 답변이에요')
    },
    flushViews: async () => t.instance.parts.get('community')?.stop?.(),
    async runJob(name) {
      // its own schedule may have it running
      const { id } = await vi.waitFor(() => t.platform.jobs.run(name, {}, keeper.id), eventually)
      await vi.waitFor(async () => expect((await t.platform.jobs.inspect(id)).state).toBe('COMPLETED'), eventually)
    },
  }
}

const communityOf = ({ platform, instance }: TestApp): Community => {
  const api = <T>(name: string) => instance.parts.get(name)?.api as T
  return {
    platform,
    boards: createBoardDirectory(platform),
    posts: createPostRows(platform),
    views: createViewCounter(platform),
    files: api('files'),
    identity: api('identity'),
    interactions: api('interactions'),
  }
}

/** The reply, when its status is this one. */
export function done(reply: Reply, status: number): Reply {
  expect(reply.status, JSON.stringify(reply.body)).toBe(status)
  return reply
}

export async function publish(by: TestMember, board: string, fields: object = {}) {
  const input = { title: `제목 ${++posts}`, body: `본문 ${posts}`, ...fields }
  return done(await by.post(`/api/boards/${board}/posts`, input), 201).body
}

export async function answer(by: TestMember, questionId: string, body = '이렇게 해 보세요') {
  return done(await by.post(`/api/posts/${questionId}/answers`, { body }), 201).body
}

export const ids = ({ body }: Reply): string[] => body.items.map(({ id }: { id: string }) => id)

/** All pages of a list. */
export async function readAll(by: Pick<TestMember, 'get'>, path: string): Promise<string[]> {
  const found: string[] = []
  let after = ''
  do {
    const page = done(await by.get(`${path}${path.includes('?') ? '&' : '?'}${after}`), 200)
    found.push(...ids(page))
    after = page.body.next ? `after=${page.body.next}` : ''
  } while (after)
  return found
}

export const version = (n: number) => ({ 'if-match': `"${n}"` })
