import { get, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { password, type TestApp, type TestMember, testApp } from '../../server/test/app.ts'
import { type Content, publish, someContent } from './content.ts'

let t: TestApp
let author: TestMember
let content: Content
let base: string

beforeAll(async () => {
  t = await testApp({ pages: true })
  author = await t.signUp('김하늘')
  content = await someContent(t, author)
  base = await t.listen()
})
afterAll(() => t.close())

type Headers = Record<string, string>
const page = (path: string, headers: Headers = {}) =>
  t.app.inject({ method: 'GET', url: path, headers: { host: 'madang.test', 'accept-language': 'ko', ...headers } })
const cookieOf = async (): Promise<string> => {
  const answer = await t.app.inject({
    method: 'POST',
    url: '/api/sessions',
    payload: { email: author.email, password },
  })
  return [answer.headers['set-cookie']]
    .flat()
    .map((line) => String(line).split(';')[0])
    .join('; ')
}

test('a post is readable without JavaScript', async () => {
  const { statusCode, body } = await page(`/posts/${content.postId}`)
  expect(statusCode).toBe(200)
  expect(body).toContain('<h1 class="qt">새벽 달리기 후기</h1>')
  expect(body).toContain('오늘은 <strong>비가</strong> 조금 왔어요.')
  expect(body).toMatch(/<link rel="canonical" href="http[^"]+\/posts\/pst_/)
})

async function archived(title: string, fields: Record<string, string>) {
  const boards = (await t.guest.get('/api/boards')).body.items
  const board = boards.find(({ kind }: { kind: string }) => kind === 'archive')
  const [category] = board.categories
  const entry = { title, body: '새벽에 멈췄어요.', categoryId: category.id, tags: [], archive: fields }
  return { category, id: (await author.post(`/api/boards/${board.slug}/posts`, entry)).body.id }
}

test('an archive entry’s parts are drawn as its text is', async () => {
  const { id } = await archived('멈춘 새벽', { error: '`ECONNRESET`', fix: '- 줄을 늘리고\n- 다시 켜요' })
  const { body } = await page(`/posts/${id}`)
  expect(body).toContain('<code>ECONNRESET</code>')
  expect(body).toMatch(/<ul>\s*<li>줄을 늘리고<\/li>\s*<li>다시 켜요<\/li>/)
})

test('boards and categories go by their English names in English; one name on two boards says whose it is', async () => {
  const { category } = await archived('끊긴 밤', {})
  const boards = (await t.guest.get('/api/boards')).body.items
  const asked = boards.find(({ slug }: { slug: string }) => slug === content.questions)
  const [same] = asked.categories
  await publish(author, content.questions, '끊긴 밤에 무엇을 보나요?', '처음이에요.', same.id)
  expect(same.name).toBe(category.name)
  const inEnglish = async (path: string) => (await page(path, { 'accept-language': 'en' })).body
  const found = await inEnglish(`/search?q=${encodeURIComponent('끊긴')}`)
  for (const board of ['Q&amp;A', 'Error archive'])
    expect(found).toContain(`${same.nameEn}<span class="of">${board}</span>`)
  expect(await inEnglish('/')).toMatch(/<\/svg>Error archive<\/a>/)
})

test('a request with a whole address gets the page of its path, whatever host it names', async () => {
  const { hostname, port } = new URL(base)
  const path = `http://elsewhere.example/posts/${content.postId}`
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    get({ hostname, port, path, headers: { host: 'elsewhere.example' } }, resolve).on('error', reject),
  )
  expect(answer.statusCode).toBe(200)
  const html = await text(answer)
  expect(html).toContain('<h1 class="qt">새벽 달리기 후기</h1>')
  expect(html).not.toContain('elsewhere.example')
})

test('no page carries a script of its own or a style attribute, and the policy forbids them', async () => {
  for (const path of ['/', '/boards', `/boards/${content.board}`, `/posts/${content.postId}`, '/sign-in', '/nowhere']) {
    const { body, headers } = await page(path)
    const scripts = [...body.matchAll(/<script(?![^>]*\bsrc=)[^>]*>/g)].map(([tag]) => tag)
    const data = '<script type="application/ld+json">'
    expect(
      scripts.filter((tag) => tag !== data),
      path,
    ).toEqual(['<script type="application/json" id="handover">'])
    expect(body, path).not.toMatch(/<[^>]+\sstyle=/)
    expect(headers['content-security-policy']).toContain("script-src 'self'; style-src 'self'")
  }
})

test('what people write cannot leave its place in the page', async () => {
  const hostile = '</script><script>alert(1)</script><img src=x onerror=alert(1)>'
  const id = await publish(
    author,
    content.questions,
    hostile,
    `${hostile} [x](javascript:alert(1))`,
    content.categoryId,
  )
  const { body } = await page(`/questions/${id}`)
  const visible = body.replace(/<script type="application\/(?:ld\+)?json"[\s\S]*?<\/script>/g, '')
  expect(body).not.toContain('<script>alert')
  expect(visible).not.toContain('<img src=x')
  expect(visible).not.toContain('javascript:')
  expect(visible).toContain('&lt;/script&gt;')
})

test('a page names the instance where it is, whatever Host was asked for', async () => {
  const { body } = await page(`/posts/${content.postId}`, { host: 'evil.example' })
  expect(body).toContain('/posts/pst_')
  expect(body).not.toContain('evil.example')
})

test('under https a browser is told to stay there, and no other site may hold our window', async () => {
  const secure = await testApp({ pages: true, env: { PUBLIC_URL: 'https://madang.test' } })
  const { headers } = await secure.app.inject('/boards')
  expect(headers['strict-transport-security']).toBe('max-age=15552000')
  expect(headers['cross-origin-opener-policy']).toBe('same-origin')
  expect((await page('/boards')).headers).not.toHaveProperty('strict-transport-security')
  await secure.close()
})

test('redirects and refusals are HTTP statuses', async () => {
  expect((await page('/nowhere')).statusCode).toBe(404)
  expect((await page('/posts/pst_00000000000000000000000000')).statusCode).toBe(404)
  const moved = await page(`/posts/${content.questionId}`)
  expect([moved.statusCode, moved.headers.location]).toEqual([301, `/questions/${content.questionId}`])
  const guarded = await page('/settings/profile')
  expect([guarded.statusCode, guarded.headers.location]).toEqual([302, '/sign-in?next=%2Fsettings%2Fprofile'])
  expect((await page('/console', { cookie: await cookieOf() })).statusCode).toBe(403)
  expect((await page('/%E0%A4%A')).statusCode).toBeGreaterThanOrEqual(400)
})

test('language and theme come from cookies, else from the browser', async () => {
  expect((await page('/boards')).body).toContain('<html lang="ko">')
  expect((await page('/boards', { 'accept-language': 'en-GB,en;q=0.9,ko;q=0.5' })).body).toContain('<html lang="en">')
  const chosen = await page('/boards', { cookie: 'madang_locale=en; madang_theme=dark' })
  expect(chosen.body).toContain('<html lang="en" data-theme="dark">')
  expect(chosen.body).toContain('<h1>Boards</h1>')
})

test('a guest is given the kept page until something on it changes', async () => {
  const url = `${base}/posts/${content.postId}`
  const ask = (headers: Headers = {}) => fetch(url, { headers: { 'accept-language': 'ko', ...headers } })
  const first = await ask()
  const etag = String(first.headers.get('etag'))
  const again = await ask()
  expect(again.headers.get('etag')).toBe(etag)
  expect(await again.text()).toBe(await first.text())
  expect((await ask({ 'if-none-match': etag })).status).toBe(304)

  await author.post(`/api/subjects/${content.postId}/comments`, { body: '저도 뛰었어요' })
  const after = await ask()
  expect(after.headers.get('etag')).not.toBe(etag)
  expect(await after.text()).toContain('저도 뛰었어요')
})

test("a member's page is their own and is kept by nobody", async () => {
  const { body, headers } = await page('/', { cookie: await cookieOf() })
  expect(headers['cache-control']).toBe('no-store')
  expect(body).toContain('김하늘 님, 오늘은 무슨 이야기를 나눌까요?')
  expect((await page('/')).body).not.toContain('김하늘 님, 오늘은')
})

test('an expired session is refreshed while the page is drawn, and two pages at once keep it alive', async () => {
  const cookie = await cookieOf()
  t.setTime(new Date(Date.now() + 20 * 60_000))
  const pages = await Promise.all([page('/', { cookie }), page('/boards', { cookie })])
  for (const { statusCode, headers } of pages) {
    expect(statusCode).toBe(200)
    expect(String(headers['set-cookie'])).toMatch(/madang_access=.+madang_refresh=/s)
  }
  expect(pages[0]?.body).toContain('김하늘 님, 오늘은')
  const renewed = [pages[1]?.headers['set-cookie']]
    .flat()
    .map((line) => String(line).split(';')[0])
    .join('; ')
  expect((await page('/', { cookie: renewed })).body).toContain('김하늘 님, 오늘은')
  t.setTime()
})

test('who shows a broken session is a guest, and the cookies go', async () => {
  const { statusCode, body } = await page('/', { cookie: 'madang_access=nonsense; madang_refresh=nonsense' })
  expect(statusCode).toBe(200)
  expect(body).toContain('로그인')
})
