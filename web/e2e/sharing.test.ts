import sharp from 'sharp'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { asked, type Stage, stage, type Written, written } from './stage-for-tests.ts'
import { patient, visitor } from './visitor-for-tests.ts'

vi.setConfig(patient)

let on: Stage
let post: Written
let question: Written
let secret: Written
beforeAll(async () => {
  on = await stage()
  const author = await on.t.signUp('이한결')
  post = await written(author, 'free', { title: '감나무 심기', body: '## 준비\n\n볕이 드는 쪽', tags: ['텃밭'] })
  await on.admin.post(`/api/subjects/${post.id}/comments`, { body: '물은 **얼마나** 주나요?' })
  question = await asked(author, { title: '</script><b>낙엽', body: '언제 쓸까요?' })
  const { body: other } = await author.post(`/api/posts/${question.id}/answers`, { body: '저녁에요' })
  const { body: best } = await on.admin.post(`/api/posts/${question.id}/answers`, { body: '이슬이 마른 뒤에요' })
  await author.post(`/api/posts/${question.id}/acceptance`, { answerId: best.id })
  await on.admin.put(`/api/subjects/${other.id}/reaction`, { kind: 'like' })
  const closed = { slug: 'inside', name: '안채', kind: 'discussion', audience: ['members'] }
  expect((await on.admin.post('/api/boards', closed)).status).toBe(201)
  secret = await written(author, 'inside', { title: '우리끼리 하는 말', body: '밖에는 비밀' })
})
afterAll(() => on.t.close())

const page = async (path: string, language = 'ko') =>
  (await on.t.app.inject({ method: 'GET', url: path, headers: { 'accept-language': language } })).body
const meta = (html: string, name: string) =>
  new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(html)?.[1]
// biome-ignore lint/suspicious/noExplicitAny: tests look into data freely
const things = (html: string): any[] =>
  [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, json]) => JSON.parse(json ?? ''))
const image = async (html: string) => {
  const { pathname } = new URL(meta(html, 'og:image') ?? '')
  return on.t.app.inject({ method: 'GET', url: pathname })
}

test('a question tells search engines of its answers, the accepted one apart', async () => {
  const html = await page(question.link)
  const [qa, crumbs] = things(html)
  expect(qa).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'QAPage',
    mainEntity: {
      '@type': 'Question',
      name: '</script><b>낙엽',
      text: '언제 쓸까요?',
      answerCount: 2,
      author: { '@type': 'Person', name: '이한결' },
      acceptedAnswer: { '@type': 'Answer', text: '이슬이 마른 뒤에요', upvoteCount: 0 },
      suggestedAnswer: [{ text: '저녁에요', upvoteCount: 1 }],
    },
  })
  expect(crumbs['@type']).toBe('BreadcrumbList')
  expect(crumbs.itemListElement.at(-1).item).toMatch(/^http.+\/questions\/pst_/)
})

test('a post is a discussion with its first comments, and can be shared', async () => {
  const html = await page(post.link)
  expect(things(html)[0]).toMatchObject({
    '@type': 'DiscussionForumPosting',
    headline: '감나무 심기',
    text: '준비\n볕이 드는 쪽',
    comment: [{ '@type': 'Comment', text: '물은 얼마나 주나요?', author: { name: '마당지기' } }],
  })
  expect(meta(html, 'og:type')).toBe('article')
  expect(meta(html, 'og:title')).toBe('감나무 심기')
  expect(meta(html, 'og:locale')).toBe('ko_KR')
  expect(meta(await page(post.link, 'en'), 'og:locale')).toBe('en_US')
  expect(meta(html, 'twitter:card')).toBe('summary_large_image')
  expect(html).toMatch(/<meta name="theme-color" media="\(prefers-color-scheme: dark\)" content="oklch/)
})

test('the share card is a picture of 1200 by 630, kept under an address that changes with the title', async () => {
  const before = await page(post.link)
  const card = await image(before)
  expect(card.headers['content-type']).toBe('image/png')
  expect(card.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(await sharp(card.rawPayload).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
  const { body: now } = await on.admin.get(`/api/posts/${post.id}`)
  const match = { 'if-match': `"${now.version}"` }
  const edited = await on.admin.patch(`/api/posts/${post.id}`, { title: '감나무 옮겨 심기' }, match)
  expect(edited.status).toBe(200)
  const after = await page(post.link)
  expect(meta(after, 'og:image')).not.toBe(meta(before, 'og:image'))
  expect((await image(after)).rawPayload.equals(card.rawPayload)).toBe(false)

  const former = await image(before)
  expect(former.headers['cache-control']).toBe('public, max-age=300')
  expect(former.rawPayload.equals((await image(after)).rawPayload)).toBe(true)
})

test('a card that is known already is not sent again, also when a proxy weakened its validator', async () => {
  const { pathname: url } = new URL(meta(await page(post.link, 'en'), 'og:image') ?? '')
  const { headers } = await on.t.app.inject({ url })
  expect(headers['cache-control']).toContain('immutable')
  for (const known of [`W/${headers.etag}`, `"another", ${headers.etag}`, '*'])
    expect((await on.t.app.inject({ url, headers: { 'if-none-match': known } })).statusCode, known).toBe(304)
  expect((await on.t.app.inject({ url, headers: { 'if-none-match': '"another"' } })).statusCode).toBe(200)
})

test('what guests may not see has the card of the house, without a name', async () => {
  const home = await image(await page('/'))
  const { pathname } = new URL(meta(await page(post.link), 'og:image') ?? '')
  const hidden = await on.t.app.inject({ method: 'GET', url: pathname.replace(post.id, secret.id) })
  expect(hidden.rawPayload.equals(home.rawPayload)).toBe(true)
  expect(hidden.headers['cache-control']).toBe('public, max-age=300')
  expect(home.headers['cache-control']).toContain('immutable')
  expect((await page(secret.link)).includes('우리끼리')).toBe(false)
  expect((await on.t.app.inject({ method: 'GET', url: '/cards/ko/nothing.png' })).statusCode).toBe(404)
})

test('a public board names its feeds, a closed one has none', async () => {
  const feeds = (html: string) =>
    [...html.matchAll(/<link rel="alternate" type="application\/(\w+)\+xml"/g)].map((m) => m[1])
  const html = await page('/boards/free')
  expect(feeds(html)).toEqual(['rss', 'atom'])
  const [, href = ''] = /<link rel="alternate"[^>]*href="([^"]+)"/.exec(html) ?? []
  expect((await on.t.guest.get(new URL(href).pathname)).status).toBe(200)
  const { headers } = await on.t.app.inject({
    method: 'POST',
    url: '/api/sessions',
    payload: { email: on.admin.email, password: 'a long enough passphrase' },
  })
  const cookie = [headers['set-cookie']]
    .flat()
    .map((line) => String(line).split(';')[0])
    .join('; ')
  const inside = await on.t.app.inject({ method: 'GET', url: '/boards/inside', headers: { cookie } })
  expect(inside.statusCode).toBe(200)
  expect(feeds(inside.body)).toEqual([])
})

test('pages for one person alone are not to be indexed, and robots are shown the map', async () => {
  for (const path of ['/sign-in', '/sign-up', '/recover', '/settings/appearance', '/nowhere'])
    expect(meta(await page(encodeURI(path)), 'robots'), path).toContain('noindex')
  const results = await page(encodeURI('/search?q=감'))
  expect(/<link rel="canonical" href="([^"]+)"/.exec(results)?.[1]).toMatch(/\/search$/)
  for (const path of ['/', '/boards/free', post.link, '/search'])
    expect(meta(await page(path), 'robots'), path).toBeUndefined()
  const icon = await on.t.app.inject({ method: 'GET', url: '/favicon.ico' })
  expect([icon.statusCode, icon.headers.location]).toEqual([301, '/icon-192.png'])
  const robots = await on.t.app.inject({ method: 'GET', url: '/robots.txt' })
  const [, map = ''] = /^Sitemap: (\S+)$/m.exec(robots.body) ?? []
  expect((await on.t.guest.get(new URL(map).pathname)).status).toBe(200)
})

test('the manifest has the name of the house and an icon that may be masked', async () => {
  const { body: settings } = await on.t.guest.get('/api/instance')
  const manifest = (await on.t.app.inject({ method: 'GET', url: '/manifest.webmanifest' })).json()
  expect(manifest.name).toBe(settings.name)
  expect(manifest.icons.map(({ purpose }: { purpose: string }) => purpose)).toContain('maskable')
})

test('the browser takes the page as it is', async () => {
  const { page: tab, open } = await visitor(on.url)
  await open(question.link)
  expect(await tab.locator('script[type="application/ld+json"]').count()).toBe(2)
  expect(await tab.locator('meta[property="og:image"]').count()).toBe(1)
})
