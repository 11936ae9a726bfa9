import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, type TestMember, testApp } from '../../../test/app.ts'
import { drawn, multipart, upload } from './files-for-tests.ts'

let t: TestApp
let member: TestMember
beforeAll(async () => {
  t = await testApp()
  member = await t.signUp()
})
afterAll(() => t.close())

const pixelsOf = async (url: string) => {
  const answer = await t.app.inject({ url, headers: { authorization: `Bearer ${member.token}` } })
  return sharp(answer.rawPayload).metadata()
}

describe('a picture', () => {
  it('becomes WebP in the widths that it fills, and one that holds it whole', async () => {
    const bytes = await drawn(1000, 500).jpeg().toBuffer()
    const { status, body } = await upload(member, { bytes, name: '마당.JPG', type: 'image/jpeg' })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      kind: 'image',
      state: 'ready',
      name: '마당.JPG',
      type: 'image/jpeg',
      sizeBytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      width: 1000,
      height: 500,
      used: false,
    })
    expect(Object.keys(body.urls)).toEqual(['320', '640', '1280'])
    expect(await pixelsOf(body.urls['320'])).toMatchObject({ format: 'webp', width: 320, height: 160 })
    expect(await pixelsOf(body.urls['1280'])).toMatchObject({ format: 'webp', width: 1000, height: 500 })
    expect(await pixelsOf(body.url.replace(/1280$/, '1920'))).toMatchObject({ width: 1000 })
  })

  it('stands upright and carries neither place nor camera', async () => {
    const bytes = await drawn(600, 400)
      .withExif({ IFD0: { Make: 'Camera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '37/1 33/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect((await sharp(bytes).metadata()).exif).toBeDefined()
    const { body } = await upload(member, { bytes, name: 'photo.jpg' })
    expect(body).toMatchObject({ width: 400, height: 600 })
    const served = await pixelsOf(body.url)
    expect(served).toMatchObject({ width: 400, height: 600 })
    expect(served.exif).toBeUndefined()
    expect(served.xmp).toBeUndefined()
  })

  it('of a member is cut to squares', async () => {
    const bytes = await drawn(300, 500).webp().toBuffer()
    const { status, body } = await upload(member, { bytes, name: 'me.webp', kind: 'avatar' })
    expect(status).toBe(201)
    expect(Object.keys(body.urls)).toEqual(['64', '256'])
    expect(await pixelsOf(body.urls['64'])).toMatchObject({ width: 64, height: 64 })
    expect(await pixelsOf(body.urls['256'])).toMatchObject({ width: 256, height: 256 })
  })

  it('keeps moving', async () => {
    const frames = await Promise.all(
      ['#f00', '#0f0', '#00f'].map((background) =>
        sharp({ create: { width: 50, height: 40, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    )
    const bytes = await sharp(frames, { join: { animated: true } })
      .gif({ delay: [100, 100, 100] })
      .toBuffer()
    const { status, body } = await upload(member, { bytes, name: 'moving.gif', type: 'image/gif' })
    expect(status).toBe(201)
    expect(await pixelsOf(body.url)).toMatchObject({ format: 'webp', width: 50, pages: 3 })
  })

  it('is read as a bitmap and as AVIF too', async () => {
    const avif = await drawn(64, 48).avif({ effort: 0 }).toBuffer()
    expect(await upload(member, { bytes: avif, name: 'a.avif' })).toMatchObject({ status: 201, body: { width: 64 } })
    const { status, body } = await upload(member, { bytes: bitmap(3, 2), name: 'a.bmp', type: 'image/bmp' })
    expect(status).toBe(201)
    const answer = await t.app.inject({ url: body.url, headers: { authorization: `Bearer ${member.token}` } })
    const { data, info } = await sharp(answer.rawPayload).raw().toBuffer({ resolveWithObject: true })
    expect(info).toMatchObject({ width: 3, height: 2 })
    expect(data[0]).toBeGreaterThan(data[2] ?? 255)
  })
})

/** A red picture in the plain 24-bit form. */
function bitmap(width: number, height: number): Buffer {
  const rowBytes = Math.ceil((width * 3) / 4) * 4
  const file = Buffer.alloc(54 + rowBytes * height)
  file.write('BM')
  file.writeUInt32LE(file.length, 2)
  file.writeUInt32LE(54, 10)
  file.writeUInt32LE(40, 14)
  file.writeInt32LE(width, 18)
  file.writeInt32LE(height, 22)
  file.writeUInt16LE(1, 26)
  file.writeUInt16LE(24, 28)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) file[54 + y * rowBytes + x * 3 + 2] = 250
  return file
}

describe('an attachment', () => {
  const csv = Buffer.from('c0ccb8a72cb3aac0cc0a', 'hex') // 이름,나이 in CP949
  it.each([
    ['notes.txt', 'text/plain', 'BM으로 시작하는 글'],
    ['회의록.md', 'text/markdown', '# 회의록\n\n<b>굵게</b>'],
    ['나이.csv', 'application/vnd.ms-excel', csv],
    ['paper.pdf', 'application/pdf', '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF'],
  ])('%s is kept as it is and downloaded under its name', async (name, type, content) => {
    const bytes = Buffer.from(content as string)
    const { status, body } = await upload(member, { bytes, name, type, kind: 'attachment' })
    expect(status).toBe(201)
    const answer = await t.app.inject({ url: body.url, headers: { authorization: `Bearer ${member.token}` } })
    expect(answer.rawPayload.equals(bytes)).toBe(true)
    expect(answer.headers['content-disposition']).toContain(`attachment; filename=`)
    expect(answer.headers['content-disposition']).toContain(encodeURIComponent(name))
  })
})

it('a form may name the kind in a field before the file, and a repeated request gets the first answer', async () => {
  const { body, headers } = multipart({ bytes: await drawn(20, 20).png().toBuffer() })
  const field = '--between-the-parts\r\nContent-Disposition: form-data; name="kind"\r\n\r\navatar\r\n'
  const send = () =>
    member.post('/api/files', Buffer.concat([Buffer.from(field), body]), {
      ...headers,
      'idempotency-key': 'one-avatar',
    })
  const first = await send()
  expect(first).toMatchObject({ status: 201, body: { kind: 'avatar' } })
  expect((await send()).body.id).toBe(first.body.id)
})

describe('refuses', () => {
  it('a guest', async () => {
    expect(await upload(t.guest, { bytes: 'x' })).toMatchObject({ status: 401, body: { code: 'sign-in-needed' } })
  })

  it('an empty file', async () => {
    expect(await upload(member, { bytes: '' })).toMatchObject({ status: 400, body: { code: 'files-empty' } })
  })

  it('a kind that there is not, and a form without a file', async () => {
    const bytes = await drawn(10, 10).png().toBuffer()
    expect((await upload(member, { bytes, kind: 'video' })).status).toBe(400)
    const { body, headers } = multipart({ bytes })
    expect(await member.post('/api/files', body, headers)).toMatchObject({
      status: 400,
      body: { errors: [{ at: '/kind', code: 'required' }] },
    })
    expect((await member.post('/api/files?kind=image', { file: 'x' })).status).toBe(415)
  })

  it('one byte more than the kind holds, and takes the last one', async () => {
    const pdf = (sizeBytes: number) => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(sizeBytes - 9, 32)])
    const most = 20 * 1024 * 1024
    const file = { name: 'big.pdf', kind: 'attachment' }
    expect((await upload(member, { ...file, bytes: pdf(most) })).status).toBe(201)
    expect(await upload(member, { ...file, bytes: pdf(most + 1) })).toMatchObject({
      status: 413,
      body: { code: 'files-too-large', maxBytes: most },
    })
    const avatar = Buffer.concat([await drawn(10, 10).png().toBuffer(), Buffer.alloc(5 * 1024 * 1024)])
    expect((await upload(member, { bytes: avatar, kind: 'avatar' })).status).toBe(413)
  })

  it('what is announced as too large, before its body is read', async () => {
    const url = new URL(await t.listen())
    const answer = await new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
      const sending = request({
        host: url.hostname,
        port: url.port,
        path: '/api/files?kind=image',
        method: 'POST',
        headers: {
          authorization: `Bearer ${member.token}`,
          'content-type': 'multipart/form-data; boundary=x',
          'content-length': String(5 * 2 ** 30),
        },
      })
      sending.on('error', reject)
      sending.on('response', (response) => {
        let body = ''
        response.on('data', (chunk) => {
          body += chunk
        })
        response.on('end', () => {
          resolve({ status: response.statusCode, body })
          sending.destroy()
        })
      })
      sending.write('--x\r\n')
    })
    expect(answer.status).toBe(413)
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'files-too-large' })
  })

  it('what goes over the quota, exactly, under parallel uploads', async () => {
    const admin = await t.admin()
    const setting = (await admin.get('/api/ops/settings')).body.items.find(
      ({ key }: { key: string }) => key === 'files.daily-quota-mib',
    )
    const change = await admin.put(
      '/api/ops/settings/files.daily-quota-mib',
      { value: 1 },
      { 'if-match': `"${setting.version}"` },
    )
    expect(change.status).toBeLessThan(300)
    const other = await t.signUp()
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(400 * 1024, 32)])
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => upload(other, { bytes, name: 'a.pdf', kind: 'attachment' })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 422, 422, 422, 422])
    expect(answers.find(({ status }) => status === 422)?.body).toMatchObject({
      code: 'files-quota',
      dailyQuotaBytes: 1024 * 1024,
    })
    const mine = await other.get('/api/me/files')
    expect(mine.body.items).toHaveLength(2)
    expect(mine.body.usedTodayBytes).toBe(2 * bytes.length)
    await admin.put(
      '/api/ops/settings/files.daily-quota-mib',
      { value: 500 },
      { 'if-match': `"${setting.version + 1}"` },
    )
  })

  it('and leaves nothing aside', async () => {
    expect(await readdir(join(t.platform.config.dataDir, 'incoming'))).toEqual([])
  })
})

it('under one Idempotency-Key one file is stored; another one is refused', async () => {
  const send = (text: string) => {
    const { body, headers } = multipart({ bytes: text, name: 'a.txt', type: 'text/plain' })
    return member.post('/api/files?kind=attachment', body, { ...headers, 'idempotency-key': 'the-same' })
  }
  const first = await send('one text')
  expect(first.status).toBe(201)
  expect((await send('one text')).body.id).toBe(first.body.id)
  expect(await send('two text')).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } })
})

it('lists the own files page by page, and nobody else’s', async () => {
  const lister = await t.signUp()
  const ids: string[] = []
  for (let n = 1; n <= 3; n++) {
    const { body } = await upload(lister, { bytes: `글 ${n}`, name: `${n}.txt`, kind: 'attachment' })
    ids.unshift(body.id)
  }
  const first = await lister.get('/api/me/files?limit=2')
  const second = await lister.get(`/api/me/files?limit=2&after=${first.body.next}`)
  expect([...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id)).toEqual(ids)
  expect(second.body.next).toBeNull()
})
