import { initialsPattern } from './initials.ts'
import { normaliseWithPlaces } from './normalise.ts'
import type { Unit } from './query.ts'
import { stemOf } from './words.ts'

/** `[start, end)` in UTF-16 units of the text that it stands beside. */
export type Range = [number, number]

export interface Snippet {
  text: string
  highlights: Range[]
}

interface Mark {
  start: number
  end: number
  unit: number
}

const mostMarks = 200
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
const commonStart = (x: string, y: string) => {
  let n = 0
  while (n < x.length && x[n] === y[n]) n++
  return x.slice(0, n)
}

function latinPattern(unit: Unit): RegExp {
  const words = unit.scored.map((term) => {
    const known = commonStart(term, term === stemOf(unit.text) ? unit.text : term)
    return /^[a-z]{2,}$/.test(known) ? `${known.replace(/i$/, '[iy]')}[a-z]*` : escaped(term)
  })
  return new RegExp(`(?<![a-z0-9])(?:${words.join('|')})(?![a-z0-9])`, 'gi')
}

const syllabicPattern = ({ text }: Unit) =>
  new RegExp([...text].length === 1 ? `(?<![가-힣])${escaped(text)}` : initialsPattern(text), 'g')

/** The parts of a word that a text writes apart: 상세 and 내역 of 상세내역. */
const piecesPattern = (unit: Unit) => new RegExp(`(?:${unit.scored.map(escaped).join('|')})`, 'g')

function marksOf(text: string, unit: Unit, index: number): Mark[] {
  const found: Mark[] = []
  const collect = (pattern: RegExp) => {
    for (const match of text.matchAll(pattern)) {
      const [word] = match
      if (!unit.syllables && /^[a-z]+$/i.test(word) && !unit.scored.includes(stemOf(word.toLowerCase()))) continue
      found.push({ start: match.index, end: match.index + word.length, unit: index })
      if (found.length >= mostMarks) return
    }
  }
  collect(unit.syllables ? syllabicPattern(unit) : latinPattern(unit))
  if (found.length === 0 && unit.syllables && unit.scored.length > 2) collect(piecesPattern(unit))
  return found
}

const byStart = (x: Mark, y: Mark) => x.start - y.start || y.end - x.end

function marksIn(text: string, units: Unit[]): Mark[] {
  const { text: folded, places } = normaliseWithPlaces(text)
  const placed = ({ start, end, unit }: Mark) => ({ start: places[start] ?? 0, end: places[end] ?? text.length, unit })
  return units.flatMap((unit, i) => marksOf(folded, unit, i).map(placed)).sort(byStart)
}

function merged(marks: Mark[]): Range[] {
  const ranges: Range[] = []
  for (const { start, end } of marks) {
    const before = ranges.at(-1)
    if (before && start <= before[1]) before[1] = Math.max(before[1], end)
    else ranges.push([start, end])
  }
  return ranges
}

/** Where a text, in NFC, says what was asked for. */
export const highlightsIn = (text: string, units: Unit[]): Range[] => merged(marksIn(text, units))

/** The first mark of the stretch that holds the most different words of the question; the earliest of equals. */
function bestStart(marks: Mark[], room: number): number {
  let best = 0
  let most = 0
  for (const [i, { start }] of marks.entries()) {
    const seen = new Set<number>()
    for (let j = i; j < marks.length; j++) {
      const mark = marks[j]
      if (!mark || mark.end > start + room) break
      seen.add(mark.unit)
    }
    if (seen.size > most) {
      most = seen.size
      best = start
    }
  }
  return best
}

const joins = /^(?:\p{M}|\u200d|[\udc00-\udfff])/u
const isInside = (text: string, at: number) => joins.test(text[at] ?? '') || text[at - 1] === '\u200d'

/** A place near `at` where a cut hurts no character, and no word if a blank is near: backwards, or forwards. */
function cutNear(text: string, at: number, step: 1 | -1): number {
  for (let i = at, n = 0; n < 20 && i > 0 && i < text.length; i += step, n++)
    if (/\s/.test(text[step > 0 ? i - 1 : i] ?? '')) return i
  let i = at
  while (i > 0 && i < text.length && isInside(text, i)) i += step
  return i
}

const context = 40

/** At most `max` UTF-16 units of a plain text in NFC around what was asked for, on one line, without markup. */
export function snippetOf(text: string, units: Unit[], max = 200): Snippet {
  const marks = marksIn(text, units)
  if (text.length <= max) return { text: text.replace(/\s/g, ' '), highlights: merged(marks) }
  const room = max - 2
  const wanted = Math.max(0, Math.min(bestStart(marks, room - context) - context, text.length - room))
  const from = wanted === 0 ? 0 : cutNear(text, wanted, 1)
  const to = from + room >= text.length ? text.length : cutNear(text, from + room, -1)
  const lead = from > 0 ? '…' : ''
  const shift = lead.length - from
  const inside = marks.filter(({ start, end }) => start >= from && end <= to)
  return {
    text: lead + text.slice(from, to).replace(/\s/g, ' ') + (to < text.length ? '…' : ''),
    highlights: merged(inside).map(([start, end]) => [start + shift, end + shift]),
  }
}
