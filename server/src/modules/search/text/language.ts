export type Language = 'ko' | 'en' | 'other'

/** The language of a text by its letters: Korean from a fifth of Hangul on, since Korean prose is full of Latin names. */
export function languageOf(text: string): Language {
  const sample = text.slice(0, 4000)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return 'other'
  const hangul = sample.match(/[가-힣]/g)?.length ?? 0
  if (hangul >= letters / 5) return 'ko'
  return (sample.match(/[A-Za-z]/g)?.length ?? 0) >= letters * 0.6 ? 'en' : 'other'
}
