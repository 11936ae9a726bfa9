import { createReadStream } from 'node:fs'

const encodings = ['utf-8', 'euc-kr'] as const
const binary = /[^\P{Cc}\t\n\r\f]|\ufffe|\uffff/u
// a comment ends at its first end: one that could go on would be tried in every combination
const markup =
  /^\s*(<!doctype\s+html|<html|<head|<body|<script|<svg|<\?php|<\?xml[^>]*>\s*(<!--(?:(?!-->).)*-->\s*)*<(!doctype\s+)?svg|#!)/is

/**
 * Whether the whole file is text that a person reads: UTF-8, or CP949 as Korean spreadsheets still write it, or UTF-16
 * with its mark, without control signs; a page, a picture or a program in text form is none.
 */
export async function isTextFile(path: string): Promise<boolean> {
  const head = await firstBytes(path, 4096)
  const mark = head.subarray(0, 2).toString('hex')
  const wide = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : undefined
  for (const encoding of wide ? [wide] : encodings) if (await decodes(path, encoding)) return true
  return false
}

async function firstBytes(path: string, n: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of createReadStream(path, { end: n - 1 })) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

async function decodes(path: string, encoding: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let first = true
  try {
    for await (const chunk of createReadStream(path)) {
      const part = decoder.decode(chunk as Buffer, { stream: true })
      if (binary.test(part) || (first && markup.test(part.slice(0, 1024)))) return false
      first = false
    }
    decoder.decode()
    return !first
  } catch {
    return false
  }
}
