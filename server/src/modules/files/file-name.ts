import { cut } from '../../kernel/text.ts'

const unseen = /[\p{Cc}\p{Default_Ignorable_Code_Point}\u202a-\u202e\u2066-\u2069]/gu
const zeroWidthJoiner = '\u200d'
const maxStem = 100
/** Of a longer one only the end is looked at: the head of a part in a form may be 80 kB. */
const longestGiven = 1000

const withoutUnseen = (text: string) => text.replace(unseen, (sign) => (sign === zeroWidthJoiner ? sign : ''))

/**
 * A name to show and to download under: the last part of a path, without control signs, signs that turn the reading
 * direction or that cannot be seen, at most about 110 characters. It is never a path of ours.
 */
export function tidyFileName(given: string): string {
  const end = given.slice(-longestGiven).toWellFormed()
  const last = end.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const name = withoutUnseen(last)
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const dot = name.lastIndexOf('.')
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot, dot + 12)] : [name, '']
  return `${cut(stem, maxStem) || 'file'}${extension}`
}

/** The extension of a name in lower case, without its dot; empty where it has none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : ''
}

/** `Content-Disposition` with a plain name for old clients and the whole one for the others (RFC 6266, RFC 8187). */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const whole = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `${kind}; filename="${plain}"; filename*=UTF-8''${whole}`
}
