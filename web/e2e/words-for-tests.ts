import { readFileSync } from 'node:fs'
import { messageFormat } from '../build/words.ts'
import type habits from '../src/app/habits/ko.json'
import type app from '../src/app/ko.json'
import type activity from '../src/features/activity/ko.json'
import type community from '../src/features/community/ko.json'
import type identity from '../src/features/identity/ko.json'
import type ops from '../src/features/ops/ko.json'
import type search from '../src/features/search/ko.json'
import type settings from '../src/features/settings/ko.json'
import type ui from '../src/ui/ko.json'
import type { Locale, Say } from '../src/words/words.tsx'

type Catalogues = {
  app: typeof app
  habits: typeof habits
  ui: typeof ui
  activity: typeof activity
  community: typeof community
  identity: typeof identity
  ops: typeof ops
  search: typeof search
  settings: typeof settings
}
export type WordsForTests = { [Name in keyof Catalogues]: Say<keyof Catalogues[Name] & string> }

function catalogue(folder: string, locale: Locale): Say<string> {
  const file = new URL(`../src/${folder}/${locale}.json`, import.meta.url)
  const source = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  const format = messageFormat(locale)
  return (key, args = {}) => {
    const message = source[key]
    if (message === undefined) throw new Error(`${folder} has no word ${key} in ${locale}`)
    return format.compile(message)(args)
  }
}

/** What the screens say in this language: tests look for what people read. */
export function wordsForTests(locale: Locale): WordsForTests {
  const of = (folder: string) => catalogue(folder, locale)
  return {
    app: of('app'),
    habits: of('app/habits'),
    ui: of('ui'),
    activity: of('features/activity'),
    community: of('features/community'),
    identity: of('features/identity'),
    ops: of('features/ops'),
    search: of('features/search'),
    settings: of('features/settings'),
  }
}
