import { wordsOf } from '../../words/words.tsx'
import type ko from './ko.json'

export const useWords = wordsOf<keyof typeof ko>('habits')
