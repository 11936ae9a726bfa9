import { expect, onTestFinished, test, vi } from 'vitest'
import { setupLink } from '../../server/src/modules/identity/setup-link.ts'
import { type TestApp, testApp } from '../../server/test/app.ts'
import {
  follow,
  goToPlace,
  heading,
  letterTo,
  makeBoard,
  pathIn,
  press,
  searchFor,
  setUp,
  signIn,
  signUp,
  told,
} from './steps-for-tests.ts'
import { desk, patient, phone, type Visitor, visitor } from './visitor-for-tests.ts'

vi.setConfig(patient)

const devices = [
  { where: 'on a desk in Korean', language: 'ko' as const, device: desk },
  { where: 'on a phone in English', language: 'en' as const, device: phone },
]
const found = {
  title: '스프링 트랜잭션 전파 속성 정리',
  body: '부모 **트랜잭션**이 있을 때 REQUIRED와 REQUIRES_NEW가 어떻게 다른지 적어 둔다.',
}
const others = [
  { title: '동물 병원 고르는 법', body: '집에서 가까운 곳보다 밤에도 여는 곳을 먼저 본다.' },
  { title: '달리기 첫 달 기록', body: '사흘에 한 번, 천천히 오래.' },
]
const asked = { title: '커넥션 풀 크기는 어떻게 정하나요?', body: '지금은 10개인데 저녁마다 모자라요.' }
const answer = '코어 수의 두 배에 디스크 수를 더한 값에서 **시작해** 보세요.'

test.each(devices)(
  'the set-up link makes the admin, and a newcomer joins, finds, talks, asks and accepts: $where',
  async ({ language, device }) => {
    const t = await testApp({ pages: true })
    onTestFinished(() => t.close())
    const url = await t.listen()
    const [admin, asker, helper] = await Promise.all([
      visitor(url, { language, ...device }),
      visitor(url, { language, ...device }),
      visitor(url, { language, ...device }),
    ])
    const link = (await setupLink(t.platform)) ?? ''
    await setUp(admin, link, 'admin@test.invalid', '마당지기')
    await comesTooLate(helper, link)
    await findsNothingYet(asker)
    await furnish(t, admin)

    await join(asker, admin, '김하늘')
    for (const words of ['트랜잭션 전파', 'ㅌㄹㅈㅅ', '트랜젝션 전파']) await finds(asker, words)
    await follow(asker.page, found.title)
    await comments(asker, '덕분에 알았어요. 고마워요!')
    await responds(asker)
    await asks(asker)

    await join(helper, admin, '박서윤')
    await answers(helper)
    await accepts(asker)

    await shows(asker, '김하늘', ['published', 'accepted'], [asked.title, '덕분에 알았어요'])
    await shows(helper, '박서윤', ['was-accepted'], ['시작해'])
    await seesBookmark(asker)
  },
)

/** The set-up link is used up: it leads to the sign-in page. */
async function comesTooLate({ page, words: { identity }, open }: Visitor, link: string): Promise<void> {
  await open(pathIn(link))
  await heading(page, identity('setup-done')).waitFor()
  await follow(page, identity('sign-in'))
  await heading(page, identity('welcome-back')).waitFor()
}

/** Where there is nothing to say beside the page, there is no column for it. */
async function findsNothingYet({ page, words: { activity }, open }: Visitor): Promise<void> {
  await open('/')
  await heading(page, activity('nothing-yet')).waitFor()
  expect(await page.locator('.aside').isVisible()).toBe(false)
}

/** A board by the console, and some documents as the import leaves them. */
async function furnish(t: TestApp, admin: Visitor): Promise<void> {
  const { ops } = admin.words
  await makeBoard(admin, '기록', 'docs', ops('kind-discussion'))
  const member = await t.admin()
  for (const document of [found, ...others])
    expect((await member.post('/api/boards/docs/posts', document)).status).toBe(201)
}

async function join(newcomer: Visitor, admin: Visitor, nickname: string): Promise<void> {
  const { page, words, open } = newcomer
  const email = `${nickname.length}${Date.now()}@test.invalid`
  await signUp(newcomer, email, nickname)
  await open(await letterTo(admin, email))
  await press(page, words.identity('verify'))
  await heading(page, words.identity('verified')).waitFor()
  await follow(page, words.identity('sign-in'))
  await signIn(newcomer, email)
  await page.getByText(words.activity('ask-bar', { name: nickname })).waitFor()
}

async function finds(reader: Visitor, text: string): Promise<void> {
  const { page } = reader
  await searchFor(reader, text)
  await page.waitForURL((url) => url.searchParams.get('q') === text)
  await page.getByRole('main').getByRole('link', { name: found.title }).waitFor()
}

async function comments({ page, words: { ui } }: Visitor, text: string): Promise<void> {
  await heading(page, found.title).waitFor()
  await page.getByRole('textbox', { name: ui('comment-write') }).fill(text)
  await press(page, ui('comment-submit'))
  await page.getByRole('article', { name: '김하늘' }).getByText(text).waitFor()
  await heading(page, ui('comments-count', { n: 1 })).waitFor()
}

async function responds({ page, words: { ui } }: Visitor): Promise<void> {
  const acts = page.locator('.acts').first()
  await press(acts, ui('bookmark'))
  await told(page, ui('bookmarked'))
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/reaction'))
  await press(acts, ui('like'))
  await acts
    .getByRole('button', { name: ui('like'), pressed: true })
    .getByText('1')
    .waitFor()
  await kept
  await page.reload()
  await acts
    .getByRole('button', { name: ui('like'), pressed: true })
    .getByText('1')
    .waitFor()
  await acts.getByRole('button', { name: ui('bookmark'), pressed: true }).waitFor()
}

async function asks(asker: Visitor): Promise<void> {
  const { page, words } = asker
  const { community } = words
  await goToPlace(asker, 'Q&A')
  await follow(page, community('ask'))
  await page.getByLabel(community('title')).fill(asked.title)
  await page.getByLabel(community('category')).selectOption({ index: 1 })
  await page.getByRole('textbox', { name: community('body') }).fill(asked.body)
  await page.getByLabel(community('tags')).fill('데이터베이스 성능')
  await press(page, community('publish'))
  await heading(page, asked.title).waitFor()
  await page.getByText(asked.body).waitFor()
}

async function answers(helper: Visitor): Promise<void> {
  const { page, words } = helper
  const { community } = words
  await goToPlace(helper, 'Q&A')
  await follow(page, asked.title)
  await page.getByRole('textbox', { name: community('answer-write') }).fill(answer)
  await press(page, community('answer-submit'))
  await page
    .getByRole('region', { name: community('answer-of', { name: '박서윤' }) })
    .getByText('시작해')
    .waitFor()
}

/** The asker has the question open all the while: the answer waits behind a button. */
async function accepts({ page, words: { community } }: Visitor): Promise<void> {
  await press(page, community('new-answers'))
  const given = page.getByRole('region', { name: community('answer-of', { name: '박서윤' }) })
  await press(given, community('accept'))
  await given.getByText(community('accepted-by-asker')).waitFor()
  await page.getByText(community('status-RESOLVED')).first().waitFor()
}

type Verb = 'published' | 'accepted' | 'was-accepted'

async function shows({ page, words, open }: Visitor, nickname: string, verbs: Verb[], texts: string[]): Promise<void> {
  const { activity } = words
  const lines = page.getByRole('main').getByRole('listitem')
  await expect
    .poll(
      async () => {
        await open(`/members/${nickname}`)
        const said = (await lines.allInnerTexts()).join('\n')
        return [...verbs.map((verb) => activity(`verb-${verb}`)), ...texts].filter((text) => !said.includes(text))
      },
      { timeout: 15_000, interval: 200 },
    )
    .toEqual([])
}

async function seesBookmark({ page, words, open }: Visitor): Promise<void> {
  await open('/bookmarks')
  await heading(page, words.activity('bookmarks')).waitFor()
  await page.getByRole('link', { name: found.title, exact: true }).waitFor()
}
