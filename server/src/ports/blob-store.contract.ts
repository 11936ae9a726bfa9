import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import type { BlobStore } from './blob-store.ts'

/** What every blob store keeps, whatever it is made of. `open` gives one over the same bytes each time. */
export function blobStoreContract(name: string, open: () => Promise<BlobStore> | BlobStore): void {
  const read = async (store: BlobStore, key: string, range?: { start: number; end: number }) => {
    const bytes = await store.get(key, range)
    return bytes && buffer(bytes)
  }
  const failing = () =>
    Readable.from(
      (async function* () {
        yield Buffer.from('the first half')
        throw new Error('the line broke')
      })(),
    )

  describe(`${name} is a blob store`, () => {
    it('gives back the bytes of a buffer and of a stream', async () => {
      const store = await open()
      const bytes = randomBytes(300_000)
      expect(await store.put('a/buffer.bin', bytes)).toEqual({ sizeBytes: bytes.length })
      expect(await store.put('a/stream.bin', Readable.from([bytes, bytes]))).toEqual({ sizeBytes: 2 * bytes.length })
      expect(await read(store, 'a/buffer.bin')).toEqual(bytes)
      expect(await read(store, 'a/stream.bin')).toEqual(Buffer.concat([bytes, bytes]))
      expect(await store.size('a/stream.bin')).toBe(600_000)
    })

    it('keeps an empty blob apart from an absent one', async () => {
      const store = await open()
      await store.put('empty', Buffer.alloc(0))
      expect(await store.size('empty')).toBe(0)
      expect(await read(store, 'empty')).toHaveLength(0)
      expect(await store.size('absent')).toBeUndefined()
      expect(await store.get('absent')).toBeUndefined()
      expect(await store.size('a')).toBeUndefined()
    })

    it('reads a range, both ends included', async () => {
      const store = await open()
      await store.put('range', Buffer.from('0123456789'))
      expect(String(await read(store, 'range', { start: 2, end: 4 }))).toBe('234')
      expect(String(await read(store, 'range', { start: 9, end: 9 }))).toBe('9')
    })

    it('replaces the bytes of a key as a whole', async () => {
      const store = await open()
      await store.put('twice', Buffer.from('a long first version'))
      await store.put('twice', Buffer.from('short'))
      expect(String(await read(store, 'twice'))).toBe('short')
    })

    it('leaves nothing of a put that broke off, and the old bytes of one that would have replaced them', async () => {
      const store = await open()
      await expect(store.put('broken', failing())).rejects.toThrow('the line broke')
      expect(await store.size('broken')).toBeUndefined()
      await store.put('kept', Buffer.from('as it was'))
      await expect(store.put('kept', failing())).rejects.toThrow('the line broke')
      expect(String(await read(store, 'kept'))).toBe('as it was')
    })

    it('ends parallel puts of one key with the whole of one of them', async () => {
      const store = await open()
      const versions = Array.from({ length: 8 }, (_, i) => Buffer.alloc(100_000, i))
      await Promise.all(versions.map((bytes) => store.put('raced', bytes)))
      const left = await read(store, 'raced')
      expect(versions.some((bytes) => left?.equals(bytes))).toBe(true)
    })

    it('deletes, and deletes again without complaint', async () => {
      const store = await open()
      await store.put('gone', Buffer.from('x'))
      await store.delete('gone')
      await store.delete('gone')
      expect(await store.size('gone')).toBeUndefined()
    })

    it('takes no key that could lead elsewhere', async () => {
      const store = await open()
      for (const key of ['../outside', '/etc/passwd', 'a/../../b', 'A', 'a b', '', 'ü', 'x'.repeat(201)]) {
        await expect(store.put(key, Buffer.from('x'))).rejects.toThrow('not a blob key')
        await expect(store.get(key)).rejects.toThrow('not a blob key')
        await expect(store.delete(key)).rejects.toThrow('not a blob key')
      }
    })

    it('keeps blobs over a restart', async () => {
      await (await open()).put('lasting', Buffer.from('still here'))
      expect(String(await read(await open(), 'lasting'))).toBe('still here')
    })
  })
}
