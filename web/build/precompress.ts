import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const worthwhile = /\.(?:js|css|svg|json|webmanifest|txt)$/
const leastBytes = 1024

/** Writes `.br` and `.gz` beside every text file of the client, so that serving costs nothing. */
export function precompress(): Plugin {
  return {
    name: 'madang:precompress',
    apply: 'build',
    writeBundle({ dir }) {
      if (this.environment.name !== 'client' || dir === undefined) return
      for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
        const file = join(entry.parentPath, entry.name)
        if (!entry.isFile() || !worthwhile.test(entry.name)) continue
        const bytes = readFileSync(file)
        if (bytes.length < leastBytes) continue
        const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
        writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }))
        writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
      }
    },
  }
}
