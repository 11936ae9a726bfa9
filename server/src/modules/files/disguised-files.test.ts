import { createHash } from 'node:crypto'
import { deflateSync, gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, type TestMember, testApp } from '../../../test/app.ts'
import { drawn, upload } from './files-for-tests.ts'

let t: TestApp
let member: TestMember
let jpeg: Buffer
let gif: Buffer
beforeAll(async () => {
  t = await testApp()
  member = await t.signUp()
  jpeg = await drawn(40, 30).jpeg().toBuffer()
  gif = await drawn(8, 8).gif().toBuffer()
})
afterAll(() => t.close())

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})
const crc = (bytes: Buffer) => {
  let c = 0xffffffff
  for (const byte of bytes) c = (crcTable[(c ^ byte) & 255] ?? 0) ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}

/** A PNG whose header says whatever we like. */
function png(width: number, height: number, pixels: Buffer): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const out = Buffer.alloc(body.length + 8)
    out.writeUInt32BE(data.length)
    body.copy(out, 4)
    out.writeUInt32BE(crc(body), body.length + 4)
    return out
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A zip with one stored entry. */
function zip(entry: string): Buffer {
  const name = Buffer.from(entry)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50)
  local.writeUInt16LE(20, 4)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(30 + name.length, 16)
  return Buffer.concat([local, name, central, name, end])
}

const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
const html = '<!doctype html><script>alert(document.cookie)</script>'
const program = Buffer.concat([Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), Buffer.alloc(300)])

it.each<[string, string, string, () => Buffer | string, string?]>([
  ['a page named as a picture', 'image', 'photo.jpg', () => html, 'image/jpeg'],
  ['a picture that is a page in a type of its own', 'image', 'drawing.svg', () => svg, 'image/svg+xml'],
  ['a drawing with a script named as a picture', 'image', 'drawing.png', () => svg, 'image/png'],
  ['a JPEG named as a page', 'image', 'photo.html', () => jpeg, 'image/jpeg'],
  ['a JPEG named as a PNG', 'image', 'photo.png', () => jpeg, 'image/png'],
  ['a JPEG declared as a page', 'image', 'photo.jpg', () => jpeg, 'text/html'],
  ['a program named as a document', 'attachment', 'invoice.pdf', () => program, 'application/pdf'],
  ['a program with two endings', 'attachment', 'invoice.pdf.exe', () => program],
  ['a program in text form', 'attachment', 'readme.txt', () => '#!/bin/sh\nrm -rf /\n', 'text/plain'],
  ['a page named as text', 'attachment', 'readme.txt', () => html, 'text/plain'],
  ['an archive named as a word file', 'attachment', 'letter.docx', () => zip('evil.exe')],
  ['a program archive named as an archive', 'attachment', 'archive.zip', () => zip('META-INF/MANIFEST.MF')],
  ['compressed bytes named as an archive', 'attachment', 'archive.zip', () => gzipSync('x'.repeat(1000))],
  ['bytes named as text', 'attachment', 'table.csv', () => Buffer.from([0x61, 0x2c, 0, 0xff, 0xfe, 1, 2])],
  ['a document where a picture is wanted', 'image', 'photo.pdf', () => '%PDF-1.7\n', 'application/pdf'],
  ['a bitmap as an avatar', 'avatar', 'me.bmp', () => Buffer.from('424d3a000000', 'hex'), 'image/bmp'],
  ['a picture that ends in the middle', 'image', 'cut.png', () => png(4, 4, Buffer.alloc(52)).subarray(0, 45)],
  ['a bitmap shorter than it says', 'image', 'a.bmp', () => Buffer.concat([Buffer.from('BM'), Buffer.alloc(60, 40)])],
])('%s is refused', async (_what, kind, name, bytes, type = 'application/octet-stream') => {
  const { status, body } = await upload(member, { kind, name, bytes: bytes(), type })
  expect({ status, code: body.code }).toEqual({ status: 415, code: 'files-type-refused' })
})

it.each([
  ['65,500 pixels each way in 70 bytes', () => png(65_500, 65_500, Buffer.alloc(1))],
  ['one pixel too many', () => png(10_000, 5_001, Buffer.alloc(1))],
])('a header that claims %s is refused before anything is decoded', async (_what, bytes) => {
  const { status, body } = await upload(member, { name: 'bomb.png', bytes: bytes() })
  expect({ status, code: body.code, errors: body.errors }).toEqual({
    status: 413,
    code: 'files-too-large',
    errors: [{ at: '/file', code: 'too-many-pixels' }],
  })
})

it('an animation of 201 frames is refused, one of 200 is taken', async () => {
  const frame = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#123' } })
    .png()
    .toBuffer()
  const other = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#fed' } })
    .png()
    .toBuffer()
  const moving = (n: number) =>
    sharp(
      Array.from({ length: n }, (_, i) => (i % 2 ? other : frame)),
      { join: { animated: true } },
    )
      .gif()
      .toBuffer()
  expect((await upload(member, { name: 'a.gif', bytes: await moving(200) })).status).toBe(201)
  expect(await upload(member, { name: 'a.gif', bytes: await moving(201) })).toMatchObject({
    status: 413,
    body: { errors: [{ at: '/file', code: 'too-many-frames' }] },
  })
})

it('what follows the picture in a file that is also a script is not served', async () => {
  const polyglot = Buffer.concat([gif, Buffer.from('/*=1;*/alert(1)//')])
  const { status, body } = await upload(member, { name: 'a.gif', bytes: polyglot })
  expect(status).toBe(201)
  const answer = await t.app.inject({ url: body.url, headers: { authorization: `Bearer ${member.token}` } })
  expect(answer.headers['content-type']).toBe('image/webp')
  expect(answer.rawPayload.includes('alert(1)')).toBe(false)
  expect(createHash('sha256').update(polyglot).digest('hex')).toBe(body.sha256)
})

it('the same content under its own name is taken', async () => {
  expect((await upload(member, { name: 'photo.jpg', bytes: jpeg, type: 'image/jpeg' })).status).toBe(201)
  expect((await upload(member, { name: 'a.zip', bytes: zip('note.txt'), kind: 'attachment' })).status).toBe(201)
  expect((await upload(member, { name: 'ok.png', bytes: png(1, 1, Buffer.alloc(4)) })).status).toBe(201)
})

it('a text of comments that could part in every way is judged at once', async () => {
  const bytes = `<?xml?>${'<!---->'.repeat(28)}x`
  const began = process.cpuUsage()
  expect((await upload(member, { name: 'a.txt', bytes, kind: 'attachment' })).status).toBe(201)
  expect(process.cpuUsage(began).user / 5000).toBeLessThan(1000)
  const picture = `<?xml version="1.0"?>${'<!-- a -->'.repeat(20)}\n<svg/>`
  expect((await upload(member, { name: 'b.txt', bytes: picture, kind: 'attachment' })).status).toBe(415)
})
