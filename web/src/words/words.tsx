import { createContext, use } from 'react'
import type { Locale } from './numbers.ts'

export type { Locale } from './numbers.ts'
export type Message = (args: Record<string, unknown>) => string
export type Catalogue = Record<string, Message>
export type WordsArgs = Record<string, string | number | boolean>

/** The catalogues that this page has loaded, by feature. */
export class Words {
  readonly locale: Locale
  private readonly catalogues = new Map<string, Catalogue>()

  constructor(locale: Locale) {
    this.locale = locale
  }

  add(feature: string, catalogue: Catalogue): void {
    this.catalogues.set(feature, catalogue)
  }

  has(feature: string): boolean {
    return this.catalogues.has(feature)
  }

  /** A missing key is a build error, so what is not here was not loaded: the key itself shows which. */
  say(feature: string, key: string, args: WordsArgs = {}): string {
    return this.catalogues.get(feature)?.[key]?.(args) ?? `${feature}.${key}`
  }

  knows(feature: string, key: string): boolean {
    return this.catalogues.get(feature)?.[key] !== undefined
  }
}

const WordsContext = createContext<Words | null>(null)
export const WordsProvider = WordsContext

export function useAllWords(): Words {
  const words = use(WordsContext)
  if (!words) throw new Error('words are used outside of the document')
  return words
}

export const useLocale = (): Locale => useAllWords().locale

export type Say<Keys extends string> = (key: Keys, args?: WordsArgs) => string

/** A feature's own hook: `export const useWords = wordsOf<keyof typeof ko>('community')`. */
export function wordsOf<Keys extends string>(feature: string): () => Say<Keys> {
  return () => {
    const words = useAllWords()
    return (key, args) => words.say(feature, key, args)
  }
}
