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
const frequencyOf = (unit: Unit, facts: CorpusFacts): number =>
  Math.min(...unit.clauses.map((clause) => clause.reduce((sum, term) => sum + facts.frequency(hashOf(term)), 0)))

const fewWords = 3
// three times what is counted: words are not quite independent
const farTooMany = 30_000
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

/** How many documents have so many of the words, were each independent of the others. */
function expectedOf(units: Unit[], needed: number, facts: CorpusFacts): number {
  // by how many of the words a document has: the share of those
  let shares = [1]
  for (const unit of units) {
    const has = Math.min(1, frequencyOf(unit, facts) / Math.max(1, facts.documents))
    shares = [...shares, 0].map((share, n) => share * (1 - has) + (shares[n - 1] ?? 0) * has)
  }
  return facts.documents * shares.slice(needed).reduce((sum, share) => sum + share, 0)
}

/** About how many documents will match a question. */
export function expectedHits(query: Query, facts: CorpusFacts): number {
  const { units, needed } = countedOf(query, facts)
  return expectedOf(units, needed, facts)
}

/**
 * The tsquery of a hit: so many of the words as are needed. Where a few of the rarest lead to far more documents than are
 * counted, only these are asked for: trying every other choice of words on most documents took ten times as long.
 */
export function strictMatch(query: Query, facts: CorpusFacts, field: Field): string {
  const { units, needed } = countedOf(query, facts)
  const rarest = units.toSorted((x, y) => frequencyOf(x, facts) - frequencyOf(y, facts))
  let taken = needed
  while (taken < rarest.length && expectedOf(rarest.slice(0, taken), needed, facts) < farTooMany) taken++
  return atLeast(
    needed,
    rarest.slice(0, taken).map((unit) => unitMatch(unit, field)),
  )
}

export interface WideLimits {
  /** Terms are taken alone, rarest first, until this share of all documents has one of them. */
  aloneShare: number
  /** Terms rarer than this share count in pairs, two of different words. */
  pairedShare: number
  /** Pairs are made of so many of the rarest. */
  paired: number
  /** About so many documents are reached either way, however large the index. */
  mostDocuments: number
  /** An index of fewer documents is taken whole: there the shares would leave next to nothing. */
  fewDocuments: number
}

// measured: of ko-dev 0.7225 remain of 0.7268, of en-dev 0.851 of 0.856, at 2.4 % of the documents in the 95th percentile
export const wideLimits: WideLimits = {
  aloneShare: 0.02,
  pairedShare: 0.05,
  paired: 8,
  mostDocuments: 1000,
  fewDocuments: 2000,
}

interface Known {
  word: number
  term: string
  frequency: number
}

/** The rarest terms, the rarest first, for as long as not too many documents have two of different words. */
function pairedOf(
  known: Known[],
  { documents }: CorpusFacts,
  { paired, pairedShare, mostDocuments }: WideLimits,
): Known[] {
  const taken: Known[] = []
  let reached = 0
  for (const next of known.slice(0, paired)) {
    const partners = taken.reduce((sum, { word, frequency }) => sum + (word === next.word ? 0 : frequency), 0)
    reached += (partners * next.frequency) / documents
    if (next.frequency >= pairedShare * documents || reached > mostDocuments) break
    taken.push(next)
  }
  return taken
}

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
  const most = Math.min(limits.aloneShare * facts.documents, limits.mostDocuments)
  let reached = 0
  for (const { term, frequency } of known) {
    if (!few && alone.size > 0 && reached + frequency > most) break
    reached += frequency
    alone.add(asked(term, field))
  }
  const groups = [...Map.groupBy(pairedOf(known, facts, limits), ({ word }) => word).values()].map((group) =>
    anyOf([...new Set(group.map(({ term }) => asked(term, field)))]),
  )
  return anyOf(few || groups.length < 2 ? [...alone] : [...alone, atLeast(2, groups)])
}
