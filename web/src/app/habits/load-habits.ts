import type { ComponentType } from 'react'
import type { Words } from '../../words/words.tsx'
import { catalogueOf } from '../feature.ts'
import type { HabitsProps } from './habits.tsx'

const catalogues = { ko: () => import('./ko.json'), en: () => import('./en.json') }

/** The habits and their words, together. */
export async function loadHabits(words: Words): Promise<ComponentType<HabitsProps>> {
  const [{ Habits }, catalogue] = await Promise.all([import('./habits.tsx'), catalogues[words.locale]()])
  words.add('habits', catalogueOf(catalogue))
  return Habits
}
