import { notesModule } from '../../server/templates/notes/module.ts'
import type { TestMember } from '../../server/test/app.ts'
import { asked, type Stage, stage, written } from './stage-for-tests.ts'

/** An address, before whom it is opened, and what the server answers there if it is not 200. */
export interface Visit {
  readonly who: 'guest' | 'member' | 'operator'
  readonly path: string
  readonly status?: number
}

export interface Tour {
  readonly on: Stage
  readonly member: TestMember
  readonly visits: readonly Visit[]
}

/** Nothing in it breaks: it must not make a page wider. */
const long = `https://madang.invalid/${'garden'.repeat(10)}`

const markdown = [
  '## 준비\n\n볕이 드는 쪽에 `삽`으로 심는다.\n\n```ts\nconst tree = "감"\n```',
  '| 달 | 일 |\n|---|---|\n| 3월 | 심기 |',
  `> 옛말에 이르기를\n\n- [x] 구덩이\n- [ ] 물\n\n${long}\n\n옆집에서 들었다.[^1]\n\n[^1]: 이웃의 말`,
].join('\n\n')

/** An instance where every route has something to show, and the addresses that show all of them. */
export async function tour(): Promise<Tour> {
  const on = await stage([notesModule])
  const member = await on.t.signUp('이한결')
  const post = await written(member, 'free', { title: '감나무 심기', body: markdown, tags: ['텃밭'] })
  await on.admin.post(`/api/subjects/${post.id}/comments`, { body: '물은 얼마나 주나요?' })
  const note = await on.admin.post('/api/notes', { title: '쪽지', body: '본문이에요' })
  const question = await asked(member, { title: `낙엽은 언제 쓸까요? ${long}`, body: '아침이 좋을까요?' })
  const open = await asked(on.admin, { title: '거름은 언제 주나요?', body: '봄에 주나요?' })
  const { body: answer } = await on.admin.post(`/api/posts/${question.id}/answers`, {
    body: `이슬이 마른 뒤에요. ${long}`,
  })
  await member.post(`/api/posts/${question.id}/acceptance`, { answerId: answer.id })
  await member.post(`/api/posts/${open.id}/answers`, { body: '가을에도 좋아요.' })
  await member.put(`/api/subjects/${open.id}/bookmark`, { folder: '텃밭' })
  const { body: free } = await member.get('/api/boards/free')
  const begun = {
    [`post:${free.id}`]: { title: '쓰다 만 글', body: '첫눈이' },
    [`edit:${post.id}`]: { title: post.title, body: '고치다 만 글' },
    'reply:cmt_00000000000000000000000000': { body: '갈 곳 잃은 답글' },
  }
  for (const [key, content] of Object.entries(begun))
    await member.put(`/api/me/drafts/${key}`, { content }, { 'if-match': '"0"' })

  const member$ = `/members/${encodeURIComponent(member.nickname)}`
  const before = (who: Visit['who'], paths: readonly string[]) => paths.map((path) => ({ who, path }))
  return {
    on,
    member,
    visits: [
      ...before('guest', [
        ...['/', '/places', '/boards', '/boards/free', '/boards/free?tag=nothing-has-it', '/boards/qna', '/questions'],
        ...[post.link, question.link, `/posts/${post.id}/revisions`, `/notes/${note.body.id}`, member$],
        ...['/tags', `/tags/${encodeURIComponent('텃밭')}`, '/search', '/search?q=감나무', '/search?q=qwxzqwxz'],
        ...['/sign-in', '/sign-up', '/verify?token=none', '/recover', '/recover?token=none', '/setup?token=none'],
        '/settings/appearance',
      ]),
      { who: 'guest', path: '/nothing/here', status: 404 },
      ...before('member', [
        ...['/', '/me', '/bookmarks', '/drafts', '/write', '/write?to=free', '/write?to=qna', '/boards/free'],
        ...[post.link, question.link, open.link, `/posts/${post.id}/edit`, `/questions/${question.id}/archive`],
        ...['/settings', '/settings/profile', '/settings/appearance', '/settings/security', '/settings/privacy'],
      ]),
      { who: 'member', path: '/console', status: 403 },
      ...before('operator', [
        ...['', '/boards', '/people', '/settings', '/jobs', '/dead-letters', '/mail', '/audit'].map(
          (tab) => `/console${tab}`,
        ),
        ...['/pending', post.link, open.link],
      ]),
    ],
  }
}
