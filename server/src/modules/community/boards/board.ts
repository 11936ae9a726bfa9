import type { Reaction } from '../../../platform/subjects/subject-kind.ts'

export const postKinds = ['discussion', 'question', 'archive', 'notice', 'recruitment'] as const
export type PostKind = (typeof postKinds)[number]

export const sorts = ['latest', 'active', 'likes', 'views', 'answers', 'unanswered'] as const
export type Sort = (typeof sorts)[number]

/** What an operator decides about a board; every value is there, the kind's default where none was chosen. */
export interface BoardSettings {
  /** Audience words. Moderators write, answer and comment wherever they can read. */
  writers: string[]
  answerers: string[]
  commenters: string[]
  categoryNeeded: boolean
  reactions: Reaction[]
  /** Discussions have SOLVED and UNSOLVED, set by the author. */
  solvable: boolean
  /** How a question becomes RESOLVED: by accepting an answer, by its author's word, or both. */
  resolve: 'adoption' | 'author' | 'both'
  approval: 'off' | 'all' | 'new-members'
  slowModeS: number
  /** 0: no end. */
  editWindowMin: number
  commentDepth: number
  pageSize: number
  assistantAnswer: boolean
  points: boolean
  template: string
  sort: Sort
}

export interface Category {
  id: string
  boardId: string
  parentId: string | null
  name: string
  nameEn: string | null
  place: number
  version: number
}

export interface Board {
  id: string
  slug: string
  name: string
  nameEn: string | null
  about: string
  aboutEn: string | null
  kind: PostKind
  place: number
  audience: string[]
  /** `instance` or `group:<id>`. */
  owner: string
  settings: BoardSettings
  version: number
  createdAt: Date
  updatedAt: Date
  /** Both levels, parents before their children, in the operator's order. */
  categories: Category[]
}

const pageSizes: Partial<Record<PostKind, number>> = { question: 12, archive: 16 }

/** A board's settings: the operator's choices over the defaults of its kind. */
export const settingsOf = (kind: PostKind, chosen: Partial<BoardSettings>): BoardSettings => ({
  writers: kind === 'notice' ? ['role:moderator'] : ['members'],
  answerers: ['members'],
  commenters: ['members'],
  categoryNeeded: kind === 'question' || kind === 'archive',
  reactions: ['like', 'dislike'],
  solvable: false,
  resolve: 'adoption',
  approval: 'off',
  slowModeS: 0,
  editWindowMin: 0,
  commentDepth: 5,
  pageSize: pageSizes[kind] ?? 20,
  assistantAnswer: true,
  points: true,
  template: '',
  sort: 'latest',
  ...chosen,
})

/** The category and those below it; the board's top category of a child first. */
export const pathOf = (board: Board, categoryId: string | null): Category[] => {
  const category = board.categories.find(({ id }) => id === categoryId)
  if (!category) return []
  const parent = board.categories.find(({ id }) => id === category.parentId)
  return parent ? [parent, category] : [category]
}
