export type Locale = 'ko' | 'en'

const plain: Record<Locale, Intl.NumberFormat> = {
  ko: new Intl.NumberFormat('ko'),
  en: new Intl.NumberFormat('en'),
}
const compact: Record<Locale, Intl.NumberFormat> = {
  ko: new Intl.NumberFormat('ko', { notation: 'compact', maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 }),
}

/** 9,999 as it is; from 10,000 on 4.1만, 1.2억 in Korean and 41K, 120M in English. */
export function count(n: number, locale: Locale): string {
  return Math.abs(n) < 10_000 ? plain[locale].format(n) : compact[locale].format(n)
}

const units = ['B', 'KB', 'MB', 'GB', 'TB']

/** Bytes as people read them: 512B, 3.1MB. */
export function bytes(n: number): string {
  const power = n < 1 ? 0 : Math.min(Math.floor(Math.log(n) / Math.log(1024)), units.length - 1)
  const value = n / 1024 ** power
  return `${value < 10 && power > 0 ? value.toFixed(1) : Math.round(value)}${units[power]}`
}
