import { posix } from 'node:path'
import type { Folder } from './read-folder.ts'

export interface Resolved {
  /** A path of the folder. */
  path: string
  /** `#part`, or nothing. */
  fragment: string
}

const withScheme = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i
const endings = ['', '.md', '.mdx', '.markdown', '/index.md', '/index.mdx', '/README.md', '/readme.md', '/_index.md']
/** Where site generators keep what they serve from the root. */
const roots = ['', 'public/', 'static/', 'assets/', 'docs/']

/** Whether a link leads to another site, or to a place in its own document. */
export const isElsewhere = (url: string): boolean => withScheme.test(url) || url === ''

function plainPath(url: string): { path: string; fragment: string } {
  const [, path = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/.exec(url) ?? []
  try {
    return { path: decodeURIComponent(path).normalize('NFC'), fragment }
  } catch {
    return { path, fragment }
  }
}

/**
 * The file of the folder that a link of the document `from` means: relative to it, or to the root of the site (`/ko/guides/x/`,
 * of which the folder may be a lower part), with or without `.md`, `.html` or a slash at the end. Undefined when there is none.
 */
export function resolveLink(folder: Folder, from: string, url: string): Resolved | undefined {
  const { path, fragment } = plainPath(url)
  if (!path) return undefined
  const found = candidates(from, path).find((candidate) => folder.onDisk.has(candidate))
  return found === undefined ? undefined : { path: found, fragment }
}

function* candidates(from: string, path: string): Generator<string> {
  const bare = path.replace(/\/+$/, '').replace(/\.html?$/i, '')
  const bases = path.startsWith('/') ? siteBases(from, bare) : relativeBases(from, bare)
  for (const base of bases) {
    if (base.startsWith('..')) continue
    for (const ending of endings) yield base === '.' || base === '' ? ending.replace(/^\//, '') : base + ending
  }
}

function* relativeBases(from: string, path: string): Generator<string> {
  yield posix.normalize(posix.join(posix.dirname(from), path))
  // a generator that gives each page a folder counts from there
  yield posix.normalize(posix.join(from.replace(/\.[^./]+$/, ''), path))
}

/** The folder may be a part of the site, or hold several: leading folders are taken off the link, the document's own put before. */
function* siteBases(from: string, path: string): Generator<string> {
  const parts = path.split('/').filter(Boolean)
  const own = from.split('/').slice(0, -1)
  const above = own.map((_, n) => `${own.slice(0, n + 1).join('/')}/`)
  for (const prefix of ['', ...above])
    for (let n = 0; n < Math.max(1, parts.length); n++)
      for (const root of roots) yield prefix + root + parts.slice(n).join('/')
}
