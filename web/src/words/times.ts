import type { Locale } from './numbers.ts'

export type Relative =
  | { key: 'just-now' | 'yesterday' }
  | { key: 'tomorrow-at'; time: string }
  | { key: 'minutes-ago'; n: number }
  | { key: 'today-at'; time: string }
  | { key: 'on'; date: string }

const formats = new Map<string, Intl.DateTimeFormat>()

function format(locale: Locale, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  let key = `${locale} ${timeZone}`
  for (const name in options) key += ` ${name}=${options[name as keyof Intl.DateTimeFormatOptions]}`
  let found = formats.get(key)
  if (!found) {
    found = new Intl.DateTimeFormat(locale, { ...options, timeZone })
    formats.set(key, found)
  }
  return found
}

// Zones change their offset at quarters of an hour, so a quarter lies in one day.
const quarterMs = 15 * 60_000
const mostDays = 5000
const days = new Map<string, string>()

function dayOf(ms: number, zone: string): string {
  const key = `${zone} ${Math.floor(ms / quarterMs)}`
  const known = days.get(key)
  if (known !== undefined) return known
  const day = format('en', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(ms)
  if (days.size >= mostDays) days.clear()
  days.set(key, day)
  return day
}

/** 06:48 in the zone. */
export const clock = (ms: number, locale: Locale, zone: string): string =>
  format(locale, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(ms)

/** 2026년 11월 21일 토요일 14:13, for tooltips. */
export const fullTime = (ms: number, locale: Locale, zone: string): string =>
  format(locale, zone, {
    dateStyle: 'full',
    timeStyle: 'short',
  }).format(ms)

/** 11월 18일 of this year, 2025. 11. 18. of others. */
export function dateOf(ms: number, now: number, locale: Locale, zone: string): string {
  const sameYear = dayOf(ms, zone).slice(-4) === dayOf(now, zone).slice(-4)
  if (sameYear) return format(locale, zone, { month: locale === 'ko' ? 'long' : 'short', day: 'numeric' }).format(ms)
  return locale === 'ko'
    ? format(locale, zone, { year: 'numeric', month: 'numeric', day: 'numeric' }).format(ms)
    : format(locale, zone, { year: 'numeric', month: 'short', day: 'numeric' }).format(ms)
}

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

function ahead(ms: number, now: number, locale: Locale, zone: string): Relative {
  const time = clock(ms, locale, zone)
  if (dayOf(ms, zone) === dayOf(now, zone)) return { key: 'today-at', time }
  if (dayOf(ms, zone) === dayOf(now + dayMs, zone)) return { key: 'tomorrow-at', time }
  return { key: 'on', date: `${dateOf(ms, now, locale, zone)} ${time}` }
}

/** How long ago, as people say it: 방금 → 12분 전 → 오늘 06:48 → 어제 → 11월 18일 → 2025. 11. 18. Days are the instance's. */
export function relative(ms: number, now: number, locale: Locale, zone: string): Relative {
  const age = now - ms
  if (age < -minuteMs) return ahead(ms, now, locale, zone)
  if (age < minuteMs) return { key: 'just-now' }
  if (age < 60 * minuteMs) return { key: 'minutes-ago', n: Math.floor(age / minuteMs) }
  if (dayOf(ms, zone) === dayOf(now, zone)) return { key: 'today-at', time: clock(ms, locale, zone) }
  if (dayOf(ms, zone) === dayOf(now - dayMs, zone)) return { key: 'yesterday' }
  return { key: 'on', date: dateOf(ms, now, locale, zone) }
}
