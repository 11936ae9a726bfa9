import type { CorpusFacts, Field } from '../text/bm25.ts'
import { hashOf, lexemeOf } from '../text/pack.ts'
import { neededOf, type Query, type Unit } from '../text/query.ts'
import { inTitle, isOfHead, notInBody } from '../text/terms.ts'

const lexeme = (term: string) => lexemeOf(hashOf(term))
const anyOf = (parts: string[]) => (parts.length === 1 ? (parts[0] ?? '') : `(${parts.join('|')})`)
const nothing = lexeme('')

function asked(term: string, field: Field): string {
  if (isOfHead(term)) return field === 'body' ? nothing : lexeme(term)
  if (field === 'title') return lexeme(inTitle(term))
  return field === 'body' ? `(${lexeme(term)}&!${lexeme(notInBody(term))})` : lexeme(term)
}

const unitMatch = (unit: Unit, field: Field) =>
  `(${unit.clauses.map((clause) => anyOf(clause.map((term) => asked(term, field)))).join('&')})`

/** At least `needed` of the parts, as nested alternatives: a tsquery knows no counting. */
function atLeast(needed: number, parts: string[]): string {
  if (needed <= 1) return anyOf(parts)
  if (needed >= parts.length) return parts.join('&')
  const [first, ...rest] = parts
  return `((${first}&${atLeast(needed - 1, rest)})|${atLeast(needed, rest)})`
}

/** How many documents may have the word: as many as have its rarest clause. */
export const frequencyOf = (unit: Unit, facts: CorpusFacts): number =>
  Math.min(...unit.clauses.map((clause) => clause.reduce((sum, term) => sum + facts.frequency(hashOf(term)), 0)))

const fewWords = 3
const mostCounted = 6
const commonShare = 0.2

/**
 * The words that are counted towards a hit. Of more than three those that a fifth of all documents have tell little, and
 * are left to the ranking where two others remain; of more than six the six rarest count.
 */
function countedOf({ units, needed }: Query, facts: CorpusFacts): Pick<Query, 'units' | 'needed'> {
  if (units.length <= fewWords) return { units, needed }
  const known = units
    .map((unit) => ({ unit, frequency: frequencyOf(unit, facts) }))
    .sort((x, y) => x.frequency - y.frequency)
  const telling = known.filter(({ frequency }) => frequency <= commonShare * facts.documents)
  const counted = (telling.length >= 2 ? telling : known).slice(0, mostCounted).map(({ unit }) => unit)
  return { units: counted, needed: Math.min(needed, neededOf(counted.length)) }
}

/** The tsquery of a hit: so many of the words as are needed. */
export function strictMatch(query: Query, facts: CorpusFacts, field: Field): string {
  const { units, needed } = countedOf(query, facts)
  return atLeast(
    needed,
    units.map((unit) => unitMatch(unit, field)),
  )
}

export interface WideLimits {
  /** Terms are taken alone, rarest first, until this share of all documents has one of them. */
  aloneShare: number
  /** Terms rarer than this share count in pairs, two of different words. */
  pairedShare: number
  /** Pairs are made of so many of the rarest. */
  paired: number
  /** An index of fewer documents is taken whole: there the shares would leave next to nothing. */
  fewDocuments: number
}

// measured: of ko-dev 0.7225 remain of 0.7268, of en-dev 0.851 of 0.856, at 2.4 % of the documents in the 95th percentile
export const wideLimits: WideLimits = { aloneShare: 0.02, pairedShare: 0.05, paired: 8, fewDocuments: 2000 }

/**
 * The tsquery of what may answer a sentence: documents with one of its rarest terms, or with two rare ones of different
 * words. Undefined where no term is known.
 */
export function wideMatch({ units }: Query, facts: CorpusFacts, field: Field, limits = wideLimits): string | undefined {
  const terms = units.flatMap((unit, word) =>
    unit.scored
      .filter((term) => !isOfHead(term))
      .map((term) => ({ word, term, frequency: facts.frequency(hashOf(term)) })),
  )
  const few = facts.documents <= limits.fewDocuments
  const known = terms.filter(({ frequency }) => few || frequency > 0).sort((x, y) => x.frequency - y.frequency)
  if (known.length === 0) return undefined
  const alone = new Set<string>()
  let reached = 0
  for (const { term, frequency } of known) {
    if (!few && alone.size > 0 && reached + frequency > limits.aloneShare * facts.documents) break
    reached += frequency
    alone.add(asked(term, field))
  }
  const rare = known.slice(0, limits.paired).filter(({ frequency }) => frequency < limits.pairedShare * facts.documents)
  const groups = [...Map.groupBy(rare, ({ word }) => word).values()].map((group) =>
    anyOf([...new Set(group.map(({ term }) => asked(term, field)))]),
  )
  return anyOf(few || groups.length < 2 ? [...alone] : [...alone, atLeast(2, groups)])
}
