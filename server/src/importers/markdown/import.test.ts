import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestApp, type TestMember, testApp } from '../../../test/app.ts'
import { compose, type Instance, modules } from '../../compose.ts'
import { drawn } from '../../modules/files/files-for-tests.ts'
import type { FilesApi } from '../../modules/files/index.ts'
import type { IdentityApi } from '../../modules/identity/index.ts'
import type { DatabaseAddress } from '../../platform/database.ts'
import { inProcessApi } from '../../process/in-process-api.ts'
import { createPen } from '../pen.ts'
import { importMarkdown } from './import-markdown.ts'
import { reportLines } from './report-lines.ts'
import type { ImportOptions, ImportTools } from './tools.ts'

const entry = new URL('../../transports/cli/import.ts', import.meta.url)
const pen = createPen()
let t: TestApp
let writer: Instance
let tools: ImportTools
let admin: TestMember
let folder: string
let n = 0
let slug: string

beforeAll(async () => {
  t = await testApp()
  admin = await t.admin()
  const { host, port, user, database } = t.platform.db.pool.options
  writer = await compose({
    config: { ...t.platform.config, roles: ['web'] },
    database: { host, port, user, database } as DatabaseAddress,
    modules: [...modules, pen.module],
    clock: pen.clock,
    ids: pen.ids,
    rateLimits: false,
  })
  await writer.start()
  await writer.app.ready()
  tools = {
    platform: writer.platform,
    files: writer.parts.get('files')?.api as FilesApi,
    identity: writer.parts.get('identity')?.api as IdentityApi,
    api: inProcessApi(writer),
    pen,
  }
})
afterAll(async () => {
  await writer.stop()
  await t.close()
})
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'madang-import-'))
  slug = `import-${++n}`
  const { status } = await admin.post('/api/boards', { slug, name: `가져온 글 ${n}`, kind: 'discussion' })
  expect(status).toBe(201)
  await expect.poll(async () => (await writer.app.inject(`/api/boards/${slug}`)).statusCode).toBe(200)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const files = async (texts: Record<string, string | Buffer>, at = folder) => {
  for (const [path, content] of Object.entries(texts)) {
    await mkdir(dirname(join(at, path)), { recursive: true })
    await writeFile(join(at, path), content)
  }
}

function run(...options: string[]): ChildProcess {
  const { host, port, user, database } = t.platform.db.pool.options
  return spawn(process.execPath, [entry.pathname, 'markdown', folder, '--board', slug, ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: t.platform.config.dataDir,
      DATABASE_URL: `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(String(host))}`,
      SECRET_KEY: 'x'.repeat(40),
    },
  })
}

async function ended(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  const [out, err] = await Promise.all([text(child.stdout as never), text(child.stderr as never), once(child, 'exit')])
  return { code: child.exitCode, out, err }
}

const countsIn = (out: string) =>
  Object.fromEntries(
    ['written', 'updated', 'unchanged', 'skipped', 'failed'].map((fate) => [
      fate,
      Number(new RegExp(`^ *(?:would be )?${fate} +(\\d+)$`, 'm').exec(out)?.[1] ?? -1),
    ]),
  )

/** What the command does, without starting a process for it. */
async function import_(options: Partial<ImportOptions> = {}) {
  const progress = { onProgress: () => {}, isStopped: () => false }
  const report = await importMarkdown(tools, { folder, board: slug, tags: [], isDryRun: false, ...options }, progress)
  const out = reportLines(report).join('\n')
  return { out, counts: countsIn(out) }
}

interface Item {
  id: string
  title: string
}
const posts = async (): Promise<Item[]> => {
  const items: Item[] = []
  for (let after = ''; ; ) {
    const { body } = await t.guest.get(`/api/boards/${slug}/posts?limit=100${after}`)
    items.push(...body.items)
    if (!body.next) return items
    after = `&after=${body.next}`
  }
}
const postTitled = async (title: string) => {
  const found = (await posts()).find((post) => post.title === title)
  return found && (await t.guest.get(`/api/posts/${found.id}`)).body
}

describe('a folder of documents', () => {
  it('becomes posts: title, day, tags, author, links to each other, pictures', async () => {
    const { nickname } = await t.signUp('글쓴이')
    await files({
      'index.md':
        '# 시작\n\n[안내](guide/first.md#설치)와 [둘째](/guide/second/), [없는 글](nowhere.md).\n\n![그림](img/a.png) ![없음](img/b.png)',
      'guide/first.md': `---\ntitle: 첫 안내\ndate: 2024-03-05\ntags: [Vue, 안내]\nauthor: ${nickname}\n---\n[처음으로](../index.md)`,
      'guide/second.mdx': "import A from 'a'\n\n# 둘째\n\n:::tip\n글\n:::",
      'img/a.png': await drawn(400, 300).png().toBuffer(),
    })
    const { counts, out } = await import_({ tags: ['가져옴'] })
    expect(counts).toEqual({ written: 3, updated: 0, unchanged: 0, skipped: 0, failed: 0 })
    expect(out).toContain('links to nothing in the folder, of which the words stay: 1 in 1 documents')
    expect(out).toContain('pictures that are not in the folder: 1 in 1 documents')

    const [start, first, second] = [await postTitled('시작'), await postTitled('첫 안내'), await postTitled('둘째')]
    expect(start.body).toMatch(
      new RegExp(
        `^\\[안내\\]\\(/posts/${first.id}#설치\\)와 \\[둘째\\]\\(/posts/${second.id}\\), 없는 글\\.\n\n!\\[그림\\]\\((/files/fil_[^)]+/1280#\\d+x\\d+)\\) \\*없음\\*$`,
      ),
    )
    expect(start).toMatchObject({ author: { nickname: admin.nickname }, tags: ['가져옴'] })
    expect(first).toMatchObject({
      createdAt: '2024-03-04T15:00:00.000Z',
      editedAt: null,
      tags: ['가져옴', 'vue', '안내'],
      author: { nickname },
      body: `[처음으로](/posts/${start.id})`,
    })
    expect(second.body).toBe('> **도움말**\n>\n> 글')
    const picture = /\((\/files\/[^)]+)\)/.exec(start.body)?.[1] ?? ''
    expect(await t.guest.get(picture)).toMatchObject({ status: 200, headers: { 'content-type': 'image/webp' } })
    expect((await posts()).at(-1)?.title).toBe('첫 안내')
  })

  it('is left alone the second time, but for what changed, is new, or was deleted on the board', async () => {
    await files({
      'a.md': '# 가\n\n글',
      'b.md': '# 나\n\n글',
      'c.md': '# 다\n\n[새 글](d.md)',
      'p.png': await drawn(9, 9).png().toBuffer(),
    })
    await files({ 'a.md': '# 가\n\n![](p.png)' })
    await import_()
    expect(await import_()).toMatchObject({ counts: { written: 0, updated: 0, unchanged: 3, skipped: 0 } })
    expect((await postTitled('가')).version).toBe(1)

    const [gone, changed] = [await postTitled('나'), await postTitled('다')]
    await admin.delete(`/api/posts/${gone.id}`)
    await files({ 'b.md': '# 나\n\n다른 글', 'd.md': '# 라\n\n새 글' })
    const second = await import_()
    expect(second.counts).toEqual({ written: 1, updated: 1, unchanged: 1, skipped: 1, failed: 0 })
    expect(second.out).toContain('b.md: it was deleted on the board')
    const after = await postTitled('다')
    expect(after).toMatchObject({ id: changed.id, version: 2, body: `[새 글](/posts/${(await postTitled('라')).id})` })
    await rm(join(folder, 'd.md'))
    expect((await import_()).out).toMatch(/no longer in the folder[\s\S]*d\.md/)
  })

  it('is found again under another path when it was given a name', async () => {
    await files({ 'a.md': '# 옮긴 글\n\n글' })
    await import_({ source: `docs-${n}` })
    const moved = `${folder}-moved`
    await cp(folder, moved, { recursive: true })
    await rm(folder, { recursive: true })
    folder = moved
    expect((await import_({ source: `docs-${n}` })).counts).toMatchObject({ written: 0, unchanged: 1 })
  })

  it('is told about without being written', async () => {
    await files({ 'a.md': '# 마른 걸음\n\n글' })
    expect(await import_({ isDryRun: true })).toMatchObject({ counts: { written: 1 } })
    expect(await posts()).toEqual([])
  })
})

it('what cannot be a post is named with its reason, and the others are written', async () => {
  await files({
    'good.md': '# 좋은 글\n\n글',
    'draft.md': '---\ndraft: true\n---\n글',
    'empty.md': '\n',
    'broken.md': '---\ntitle: [a\n---\n글',
    'long.md': `# 긴 글\n\n${'가나다라마바사아자차 '.repeat(4600)}`,
    'bytes.md': Buffer.from([0xff, 0xfe, 0x00, 0xc3, 0x28, 0xff]),
    'cp949.md': Buffer.from('2320c7d1b1dbc1a6b8f10a0ac7d1b1dbb1db', 'hex'),
  })
  const { out, counts } = await import_()
  expect(counts).toEqual({ written: 2, updated: 0, unchanged: 0, skipped: 2, failed: 3 })
  for (const words of [
    'draft.md: a draft',
    'empty.md: nothing to read in it',
    /broken\.md: .+/,
    /long\.md: 50\d\d\d characters; a post holds 50000/,
    'bytes.md: neither UTF-8 nor CP949',
  ])
    expect(out).toMatch(words)
  expect((await posts()).map(({ title }) => title).sort()).toEqual(['좋은 글', '한글제목'])
})

it('says what is wrong before it begins', async () => {
  await files({ 'a.md': '글' })
  await expect(import_({ board: 'nowhere' })).rejects.toThrow(/no board nowhere; there are: .*import-1/)
  await expect(import_({ author: '없는사람' })).rejects.toThrow('nobody here is called 없는사람')
  await expect(import_({ category: '없음' })).rejects.toThrow('has no category 없음')
  await expect(import_({ folder: `${folder}/none` })).rejects.toThrow('no such file')
  expect(await posts()).toEqual([])
})

it('two imports of one folder at once: one is refused, nothing is written twice', async () => {
  await files(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}.md`, `# ${i}번째\n\n글`])))
  const both = await Promise.allSettled([import_(), import_()])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await posts()).toHaveLength(20)
})

it('the command writes beside the running instance, and tells by its exit what came of it', {
  timeout: 120_000,
}, async () => {
  await files({ 'a.md': '# 명령으로\n\n글', 'b.md': '---\ntitle: [a\n---\n글' })
  const { code, out, err } = await ended(run())
  expect({ code, ...countsIn(out) }).toMatchObject({ code: 1, written: 1, failed: 1 })
  expect(err).toContain('1 of 1')
  expect((await posts()).map(({ title }) => title)).toEqual(['명령으로'])
  expect(await ended(run('--bored', 'x'))).toMatchObject({ code: 64, err: expect.stringContaining('npm run import') })
})

it('a picture that cannot be taken leaves its description', async () => {
  await files({ 'a.md': '# 그림\n\n![설명](x.svg)', 'x.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' })
  const { out } = await import_()
  expect((await postTitled('그림')).body).toBe('*설명*')
  expect(out).toContain('x.svg was not taken: files-type-refused')
})

it('killed again and again it goes on, and writes every document once', { timeout: 240_000 }, async () => {
  const count = 400
  const body = (i: number) => `# 글 ${i}\n\n[다음](${(i + 1) % count}.md) ![](p.png)`
  await files(Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}.md`, body(i)])))
  await files({ 'p.png': await drawn(30, 30).png().toBuffer() })
  for (const kill of [1, 60, 140]) {
    const child = run()
    const gone = once(child, 'exit')
    await expect
      .poll(async () => (await posts()).length, { timeout: 60_000, interval: 20 })
      .toBeGreaterThanOrEqual(kill)
    child.kill('SIGKILL')
    await gone
  }
  const before = (await posts()).length
  expect(before).toBeLessThan(count)
  const { code, out } = await ended(run())
  const { written = 0, unchanged = 0, failed } = countsIn(out)
  // what the killed one had sent may be committed a moment after it is gone
  expect(unchanged).toBeGreaterThanOrEqual(before)
  expect({ code, failed, all: written + unchanged }).toEqual({ code: 0, failed: 0, all: count })
  const all = await posts()
  expect(all).toHaveLength(count)
  expect(new Set(all.map(({ title }) => title)).size).toBe(count)
  const linked = new Set(all.map(({ id }) => `/posts/${id}`))
  const { body: some } = await t.guest.get(`/api/posts/${all[7]?.id}`)
  expect(linked.has(/\((\/posts\/[^)]+)\)/.exec(some.body)?.[1] ?? '')).toBe(true)
})
