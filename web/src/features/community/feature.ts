import { Archive, CircleHelp, Megaphone, MessagesSquare, UsersRound } from 'lucide-react'
import type { Feature } from '../../app/feature.ts'

/** What these pages ask for comes with them, not with the first page of all. */
const loads = async () => (await import('./loads.ts')).loads

export const feature: Feature = {
  name: 'community',
  words: { ko: () => import('./ko.json'), en: () => import('./en.json') },
  places: [
    {
      module: 'community',
      path: '/boards',
      label: { ko: '게시판', en: 'Boards' },
      icon: MessagesSquare,
      hue: 'community',
      order: 10,
    },
    {
      module: 'community',
      path: '/questions',
      label: { ko: 'Q&A', en: 'Q&A' },
      icon: CircleHelp,
      hue: 'qna',
      order: 11,
    },
  ],
  kinds: [
    { kind: 'post', label: { ko: '글', en: 'Post' }, icon: MessagesSquare, hue: 'community' },
    { kind: 'question', label: { ko: '질문', en: 'Question' }, icon: CircleHelp, hue: 'qna' },
    { kind: 'discussion', label: { ko: '글', en: 'Post' }, icon: MessagesSquare, hue: 'community' },
    { kind: 'archive', label: { ko: '기록', en: 'Archive' }, icon: Archive, hue: 'wiki' },
    { kind: 'notice', label: { ko: '공지', en: 'Notice' }, icon: Megaphone, hue: 'ops' },
    { kind: 'recruitment', label: { ko: '모집', en: 'Recruitment' }, icon: UsersRound, hue: 'groups' },
    { kind: 'answer', label: { ko: '답변', en: 'Answer' }, icon: CircleHelp, hue: 'qna' },
  ],
  routes: [
    {
      path: '/boards',
      screen: () => import('./boards.screen.tsx'),
      load: async (context) => (await loads()).boards(context),
    },
    {
      path: '/boards/:board',
      screen: () => import('./board.screen.tsx'),
      load: async (context) => (await loads()).board(context),
    },
    {
      path: '/posts/:id/edit',
      access: 'member',
      screen: () => import('./edit-post.screen.tsx'),
      load: async (context) => (await loads()).edit(context),
    },
    {
      path: '/posts/:id/revisions',
      screen: () => import('./revisions.screen.tsx'),
      load: async (context) => (await loads()).revisions(context),
    },
    {
      path: '/posts/:id/:slug?',
      screen: () => import('./post.screen.tsx'),
      load: async (context) => (await loads()).post(context),
    },
    {
      path: '/questions',
      screen: () => import('./questions.screen.tsx'),
      load: async (context) => (await loads()).questions(context),
    },
    {
      path: '/questions/:id/archive',
      access: 'member',
      screen: () => import('./archive-question.screen.tsx'),
      load: async (context) => (await loads()).archive(context),
    },
    {
      path: '/questions/:id/:slug?',
      screen: () => import('./question.screen.tsx'),
      load: async (context) => (await loads()).question(context),
    },
    {
      path: '/tags',
      screen: () => import('./tags.screen.tsx'),
      load: async (context) => (await loads()).tags(context),
    },
    {
      path: '/tags/:tag',
      screen: () => import('./tag.screen.tsx'),
      load: async (context) => (await loads()).tag(context),
    },
    {
      path: '/pending',
      access: 'moderator',
      screen: () => import('./pending.screen.tsx'),
      load: async (context) => (await loads()).pending(context),
    },
    {
      path: '/drafts',
      access: 'member',
      screen: () => import('./drafts.screen.tsx'),
      load: async (context) => (await loads()).drafts(context),
    },
    {
      path: '/write',
      access: 'member',
      screen: () => import('./write.screen.tsx'),
      load: async (context) => (await loads()).boards(context),
    },
  ],
}
