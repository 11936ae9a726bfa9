import { History, Search } from 'lucide-react'
import { useMe } from '../../session.ts'
import { recentsOf } from '../recents.ts'
import { useWords } from '../words.ts'
import { type Command, useActions, usePlaceCommands } from './commands.ts'
import { bestOf } from './matches.ts'
import { useFound } from './use-found.ts'

export type Group = { name: string; label: string; commands: Command[] }

const mostOfAction = 6

/** What the palette offers for what was typed: places, actions, recents, people, tags, subjects, the full search. */
export function useGroups(typed: string, { showKeys, searchAll }: { showKeys: () => void; searchAll: () => void }) {
  const t = useWords()
  const me = useMe()
  const words = typed.trim()
  const places = usePlaceCommands()
  const actions = useActions(showKeys)
  const { busy, found, people, tags } = useFound(words)
  const recents = recentsOf(me).map(
    ({ path, title }): Command => ({ id: `recent ${path}`, label: title, icon: History, names: [title], to: path }),
  )
  const seen = bestOf(recents, words)
  const known = new Set(seen.map(({ to }) => to))
  const everything: Command = {
    id: 'search',
    label: t('search-all', { words }),
    icon: Search,
    names: [],
    act: searchAll,
  }
  const groups: Group[] = [
    { name: 'places', label: t('group-places'), commands: bestOf(places, words) },
    {
      name: 'actions',
      label: t('group-actions'),
      commands: words === '' ? actions : bestOf(actions, words).slice(0, mostOfAction),
    },
    { name: 'recents', label: t('group-recents'), commands: seen },
    { name: 'people', label: t('group-people'), commands: people },
    { name: 'tags', label: t('group-tags'), commands: tags },
    {
      name: 'found',
      label: t('group-found'),
      commands: [...found.filter(({ to }) => !known.has(to)), ...(words === '' ? [] : [everything])],
    },
  ]
  return { busy, groups: groups.filter(({ commands }) => commands.length > 0) }
}
