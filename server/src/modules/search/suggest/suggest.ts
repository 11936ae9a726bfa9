import type { Actor } from '../../../kernel/actor.ts'
import { sql } from '../../../platform/database.ts'
import { conditionOf, documentsIn, type Narrowing } from '../find/conditions.ts'
import { popularWords } from '../popular/popular-words.ts'
import type { SearchContext } from '../search-context.ts'
import { otherKeyboard } from '../text/keyboard.ts'
import { normalise } from '../text/normalise.ts'
import { hashOf, lexemeOf } from '../text/pack.ts'
import { initialPair, inTitle, termsOfWord } from '../text/terms.ts'
import { wordsOf } from '../text/words.ts'
import { beginningPattern, halfTypedPattern, initialPairsOf, isHangul } from './half-typed.ts'
import { ownSearches } from './own-searches.ts'

export interface Suggestion {
  text: string
  /** `own`: searched before; `word`: to search for; `title`: to open. */
  kind: 'own' | 'word' | 'title'
  /** Of a title: where it opens. */
  link: string | null
}

const most = 10
const mostOfAKind = 5
const mostWords = 12

type Scope = Omit<Narrowing, 'patterns'>
const lexeme = (term: string) => lexemeOf(hashOf(term))

/** At most ten ways to go on with a half-typed question, of what the actor may see, searched before, or many search. */
export async function suggest(context: SearchContext, actor: Actor, typed: string): Promise<Suggestion[]> {
  const text = normalise(typed).toLowerCase().replace(/\s+/g, ' ').trim()
  const { platform, corpus } = context
  const [state, audiences] = await Promise.all([corpus.state(), platform.subjects.wordsOf(actor)])
  const filters = { board: [], category: [], tag: [], author: [], status: [] }
  const scope: Scope = { index: state.number, audiences, filters, kinds: [], timezone: platform.config.timezone }
  const found = [...(await ownLike(context, actor, text)), ...(await popularOf(context, text))]
  if (text !== '') {
    found.push(...(await continuing(context, actor, scope, text)))
    const other = otherKeyboard(text)
    if (found.length === 0 && other)
      found.push(...(await visibleWords(context, scope, [other])), ...(await continuing(context, actor, scope, other)))
    if (found.length === 0) found.push(...(await visibleWords(context, scope, state.lexicon.near(text, mostWords))))
  }
  const unique = new Map(found.map((one) => [one.text.toLowerCase(), one]).reverse() as [string, Suggestion][])
  return [...unique.values()].reverse().slice(0, most)
}

async function continuing(context: SearchContext, actor: Actor, scope: Scope, text: string): Promise<Suggestion[]> {
  const words = await completions(context, scope, text)
  return [...words, ...(await titlesLike(context, actor, scope, text, words))]
}

const asWord = (text: string): Suggestion => ({ text, kind: 'word', link: null })

/** The last word of what was typed, completed by words of titles and tags. */
async function completions(context: SearchContext, scope: Scope, text: string): Promise<Suggestion[]> {
  const { lexicon } = await context.corpus.state()
  const at = text.lastIndexOf(' ') + 1
  const last = text.slice(at)
  if (last === '') return []
  const pattern = isHangul(last)
    ? new RegExp(`^${halfTypedPattern(last)}`)
    : [...last].length === 1
      ? beginningPattern(last)
      : last
  const words = lexicon.beginning(pattern, mostWords).filter((word) => word !== last)
  const seen = await visibleWords(context, scope, words)
  return seen.map((one) => ({ ...one, text: text.slice(0, at) + one.text }))
}

/** Of these words those that a title or tag has which the actor may see: none is given away. */
async function visibleWords({ platform }: SearchContext, scope: Scope, words: string[]): Promise<Suggestion[]> {
  if (words.length === 0) return []
  const matches = words.map((word) =>
    [...wordsOf(word)]
      .flatMap(termsOfWord)
      .map((term) => `(${lexeme(inTitle(term))}|${lexeme(`o:${term}`)})`)
      .join('&'),
  )
  const rows = await platform.db.many<{ word: string }>(sql`
    select w.word from unnest(${words}::text[], ${matches}::text[]) with ordinality as w(word, match, n)
    where w.match <> '' and exists (
      select 1 from ${documentsIn(scope)}
      where d.words @@ w.match::tsquery and ${conditionOf({ ...scope, patterns: [] })})
    order by w.n limit ${mostOfAKind}`)
  return rows.map(({ word }) => asWord(word))
}

/** The tsquery of a title with every word of this text. */
const titleMatchOf = (text: string) =>
  [...wordsOf(text)]
    .flatMap(termsOfWord)
    .map((term) => lexeme(inTitle(term)))
    .join('&')

/** Titles that begin with, or hold, what was typed: by initials too. */
async function titlesLike(
  { platform }: SearchContext,
  actor: Actor,
  scope: Scope,
  text: string,
  completed: Suggestion[],
): Promise<Suggestion[]> {
  const letters = text.replaceAll(' ', '')
  const pairs = initialPairsOf(letters)
  const hangul = isHangul(text) && pairs.length > 0
  const match = hangul
    ? pairs.map((pair) => lexeme(initialPair(pair))).join('&')
    : [text, ...completed.map((word) => word.text)].map(titleMatchOf).filter(Boolean).join('|')
  if (match === '') return []
  const pattern = hangul ? halfTypedPattern(text) : undefined
  const rows = await platform.db.many<{ id: string }>(sql`
    select d.id from ${documentsIn(scope)}
    where d.words @@ ${match}::tsquery and ${conditionOf({ ...scope, patterns: [] })}
      and (${pattern ?? null}::text is null or d.title ~* ${pattern ?? ''})
    order by d.title ~* ${`^${pattern ?? ''}`} desc, d.likes desc, d.created_at desc, d.id desc limit ${mostOfAKind}`)
  const seen = await platform.subjects.load(
    rows.map(({ id }) => id),
    actor,
  )
  return seen.map((row) => ({ text: row.title, kind: 'title', link: platform.subjects.linkOf(row) }))
}

async function ownLike({ platform }: SearchContext, actor: Actor, text: string): Promise<Suggestion[]> {
  const own = await ownSearches(platform, actor)
  return own
    .filter((one) => one.text.toLowerCase().startsWith(text))
    .slice(0, mostOfAKind)
    .map((one) => ({ text: one.text, kind: 'own', link: null }))
}

async function popularOf(context: SearchContext, text: string): Promise<Suggestion[]> {
  const words = await popularWords(context)
  return words
    .filter((word) => word.text.startsWith(text))
    .slice(0, mostOfAKind)
    .map((word) => asWord(word.text))
}
