import type { Locale } from '../../words/words.tsx'
import type { Board, Named } from './types.ts'

/** Both levels for a select, children under their parent's name. */
export function categoryOptions(board: Board, locale: Locale): { value: string; label: string }[] {
  const nameOf = ({ name, nameEn }: Named) => (locale === 'en' && nameEn ? nameEn : name)
  return board.categories.flatMap((parent) => [
    { value: parent.id, label: nameOf(parent) },
    ...parent.children.map((child) => ({ value: child.id, label: `${nameOf(parent)} › ${nameOf(child)}` })),
  ])
}
