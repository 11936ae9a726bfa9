import { proseOf } from './prose.ts'

const hashtag = /(?<![\p{L}\p{N}_#&/])#(?!#)([A-Za-z0-9가-힣+#._-]{1,60})/gu
const wholeTag = /^[A-Za-z0-9가-힣+#._-]{1,30}$/
const wordInside = /[A-Za-z가-힣]/

/** The one form of a tag: NFC, without a leading # and blanks at the ends, small letters. */
export const tidyTag = (tag: string): string => tag.normalize('NFC').trim().replace(/^#/, '').toLowerCase()

export const isTag = (tag: string): boolean => wholeTag.test(tag) && /[A-Za-z0-9가-힣]/.test(tag)

/** Every `#태그` of a Markdown text, code aside, in the form of a tag, each once. A number alone (#12) is none. */
export function hashtagsIn(markdown: string): string[] {
  const text = markdown.normalize('NFC')
  if (!text.match(hashtag)) return []
  const found = [...proseOf(text).matchAll(hashtag)].map(([, tag = '']) => tidyTag(tag.replace(/[._-]+$/, '')))
  return [...new Set(found.filter((tag) => isTag(tag) && wordInside.test(tag)))]
}
