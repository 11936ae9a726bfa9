import type { CommentView, Instance, Me, SubjectCard } from '../api/wire.ts'

const ago = (minutes: number) => new Date(Date.UTC(2026, 0, 15, 3, 0) - minutes * 60_000).toISOString()

export const author = { id: 'mbr_0specimen', nickname: '이한결', avatarUrl: null, status: 'active' as const }
export const left = { ...author, status: 'withdrawn' as const }

export const instance: Instance = { name: '마당', url: 'http://localhost:3000', timezone: 'Asia/Seoul', modules: null }

export const me = {
  ...author,
  email: 'a@b.invalid',
  bio: '',
  links: [],
  roles: [],
  consentsDue: [],
  version: 1,
} as unknown as Me

export const subject: SubjectCard = {
  id: 'pst_0specimen',
  kind: 'post',
  variant: 'question',
  title: '감나무는 언제 옮겨 심나요? When do you move a persimmon tree?',
  excerpt: '볕이 드는 쪽으로 옮기려는데 뿌리가 상할까 걱정이에요. 흙은 얼마나 함께 떠야 하나요?',
  link: '/questions/pst_0specimen',
  author,
  container: null,
  status: 'RESOLVED',
  tags: ['텃밭', 'garden'],
  locked: false,
  likes: 12,
  dislikes: 1,
  comments: 3,
  views: 1240,
  bookmarks: 2,
  version: 1,
  createdAt: ago(12),
  updatedAt: ago(12),
  own: { reaction: 'like', bookmarked: true },
  can: { react: true, bookmark: true, comment: true },
  details: {},
}

export const comment: CommentView = {
  id: 'cmt_0specimen',
  subjectId: subject.id,
  rootId: 'cmt_0specimen',
  parentId: null,
  depth: 0,
  answers: null,
  author,
  body: '이슬이 마른 뒤에요.',
  html: '<p>이슬이 <strong>마른</strong> 뒤에요.</p>',
  deleted: false,
  quote: null,
  mentions: [],
  version: 1,
  createdAt: ago(60),
  editedAt: null,
  likes: 4,
  dislikes: 0,
  replyCount: 0,
  own: { reaction: null, bookmarked: false },
  can: { edit: true, delete: true, reply: true, react: true },
}
