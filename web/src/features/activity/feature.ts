import { House, MessageSquare } from 'lucide-react'
import type { Feature } from '../../app/feature.ts'

/** What these pages ask for comes with them, not with the first page of all. */
const loads = async () => (await import('./loads.ts')).loads

export const feature: Feature = {
  name: 'activity',
  words: { ko: () => import('./ko.json'), en: () => import('./en.json') },
  places: [{ module: 'activity', path: '/', label: { ko: '홈', en: 'Home' }, icon: House, hue: 'qna', order: 0 }],
  kinds: [{ kind: 'comment', label: { ko: '댓글', en: 'Comment' }, icon: MessageSquare, hue: 'chat' }],
  routes: [
    {
      path: '/',
      screen: () => import('./home.screen.tsx'),
      load: async (context) => (await loads()).home(context),
    },
    { path: '/places', screen: () => import('./places.screen.tsx') },
    {
      path: '/me',
      access: 'member',
      screen: () => import('./member.screen.tsx'),
      load: async (context) => (await loads()).me(context),
    },
    {
      path: '/members/:handle',
      screen: () => import('./member.screen.tsx'),
      load: async (context) => (await loads()).member(context),
    },
    {
      // A module without screens of its own still opens: every subject has a card and a talk.
      path: '/:place/:id',
      screen: () => import('./subject.screen.tsx'),
      load: async (context) => (await loads()).subject(context),
    },
    {
      path: '/bookmarks',
      access: 'member',
      screen: () => import('./bookmarks.screen.tsx'),
      load: async (context) => (await loads()).bookmarks(context),
    },
  ],
}
