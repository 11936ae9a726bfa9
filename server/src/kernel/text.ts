const segmenter = new Intl.Segmenter('ko', { granularity: 'grapheme' })
const simple = /^[\u0020-\u02ff가-힣ㄱ-ㅎㅏ-ㅣ\n\t]*$/

/** NFC, line ends as \n, without blanks at the ends: the form in which every text is stored. */
export const tidy = (text: string): string => text.normalize('NFC').replaceAll('\r\n', '\n').trim()

/** Length in characters as people see them (grapheme clusters, UAX #29), counted up to `limit` + 1. */
export function countCharacters(text: string, limit = Number.POSITIVE_INFINITY): number {
  if (simple.test(text)) return text.length
  let n = 0
  for (const _ of segmenter.segment(text)) if (++n > limit) break
  return n
}

/** The first `max` characters as people see them; an ellipsis says that something was cut. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text
  let n = 0
  for (const { index } of segmenter.segment(text)) if (n++ === max) return `${text.slice(0, index).trimEnd()}…`
  return text
}
