import {
  Activity,
  Bookmark,
  CircleHelp,
  CircleUser,
  FilePen,
  Keyboard,
  Languages,
  LogIn,
  LogOut,
  type LucideIcon,
  PenLine,
  Settings,
  Stamp,
  SunMoon,
  Tags,
  UserPlus,
} from 'lucide-react'
import { useNavigate } from 'react-router'
import { useLocale } from '../../../words/words.tsx'
import { chooseLocale, switchTheme } from '../../appearance.ts'
import { useMeans } from '../../means.ts'
import { usePlaces } from '../../places.ts'
import { hasRole } from '../../roles.ts'
import { useMe } from '../../session.ts'
import type ko from '../ko.json'
import { signOut } from '../sign-out.ts'
import { useWords } from '../words.ts'

/** A line of the palette: it leads somewhere or does something. */
export type Command = {
  id: string
  label: string
  icon: LucideIcon
  /** What it is found by: its words in every language it has. */
  names: readonly string[]
  hue?: string
  note?: string
  to?: string
  act?: () => unknown
}

type Name = keyof typeof ko extends infer Key ? (Key extends `act-${infer N}-also` ? N : never) : never

export function usePlaceCommands(): Command[] {
  const locale = useLocale()
  return usePlaces().map(({ path, label, icon, hue }) => ({
    id: `place ${path}`,
    label: label[locale],
    icon,
    hue,
    names: Object.values(label),
    to: path,
  }))
}

/** What this visitor can do from anywhere. */
export function useActions(showKeys: () => void): Command[] {
  const t = useWords()
  const locale = useLocale()
  const { api, query } = useMeans()
  const navigate = useNavigate()
  const me = useMe()

  const leave = () =>
    signOut(
      { api, query },
      {
        goHome: () => navigate('/'),
        ask: (n) => ({ title: t('sign-out-ask'), text: t('sign-out-ask-text', { n }), act: t('act-sign-out') }),
      },
    )
  const line = (name: Name, icon: LucideIcon, does: string | (() => unknown)): Command => ({
    id: name,
    label: t(`act-${name}`),
    icon,
    names: [t(`act-${name}`), ...t(`act-${name}-also`).split(',')],
    ...(typeof does === 'string' ? { to: does } : { act: does }),
  })
  const forMembers = me
    ? [
        line('bookmarks', Bookmark, '/bookmarks'),
        line('drafts', FilePen, '/drafts'),
        line('my-page', CircleUser, `/members/${encodeURIComponent(me.nickname)}`),
        line('settings', Settings, '/settings/profile'),
      ]
    : [line('sign-in', LogIn, '/sign-in'), line('sign-up', UserPlus, '/sign-up')]
  return [
    line('write', PenLine, '/write'),
    line('ask', CircleHelp, '/write?kind=question'),
    ...forMembers,
    line('tags', Tags, '/tags'),
    line('theme', SunMoon, switchTheme),
    line('language', Languages, () => chooseLocale(locale === 'ko' ? 'en' : 'ko')),
    line('keys', Keyboard, showKeys),
    ...(me && hasRole(me, 'moderator') ? [line('pending', Stamp, '/pending')] : []),
    ...(me && hasRole(me, 'admin') ? [line('console', Activity, '/console')] : []),
    ...(me ? [line('sign-out', LogOut, leave)] : []),
  ]
}
