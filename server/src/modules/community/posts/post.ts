import type { Board, PostKind } from '../boards/board.ts'

export type PostState = 'living' | 'pending' | 'scheduled' | 'hidden' | 'deleted' | 'erased'
export const postStatuses = ['UNSOLVED', 'RESOLVED', 'ENDED', 'SOLVED', 'OPEN', 'CLOSED'] as const
export type PostStatus = (typeof postStatuses)[number]

export interface ArchiveDetails {
  error?: string
  environment?: string
  cause?: string
  fix?: string
}
export interface NoticeDetails {
  showFrom?: string
  showUntil?: string
  mustAcknowledge?: boolean
}
export interface RecruitmentDetails {
  capacity?: number
  deadline?: string
  groupId?: string
}

/** What only one kind of post has, under the kind's name. */
export interface PostDetails {
  archive?: ArchiveDetails
  notice?: NoticeDetails
  recruitment?: RecruitmentDetails
}

export interface Note {
  body: string
  at: string
}

export interface Post {
  id: string
  boardId: string
  kind: PostKind
  authorId: string | null
  state: PostState
  listed: boolean
  title: string
  body: string
  categoryId: string | null
  topCategoryId: string | null
  tags: string[]
  attachments: string[]
  shownFiles: string[]
  status: PostStatus | null
  pinned: boolean
  locked: boolean
  acceptedAnswerId: string | null
  answers: number
  humanAnswers: number
  details: PostDetails
  notes: Note[]
  archiveOf: string | null
  version: number
  createdAt: Date
  publishedAt: Date | null
  /** When and by whom it got its present text. */
  revisedAt: Date
  revisedBy: string | null
  /** What readers are told: null within five minutes of the first writing. */
  editedAt: Date | null
  /** Asked, or last reopened: the two weeks of a question without a human answer count from here. */
  openedAt: Date
  activeAt: Date
  activeBy: string | null
  deletedAt: Date | null
  deletedBy: string | null
}

const detailsOf: Partial<Record<PostKind, keyof PostDetails>> = {
  archive: 'archive',
  notice: 'notice',
  recruitment: 'recruitment',
}

/** True when the details are of this kind and no other. */
export const detailsFit = (kind: PostKind, details: PostDetails): boolean =>
  Object.keys(details).every((name) => name === detailsOf[kind])

/** The state of a question's life that a new post of this board begins with. */
export function firstStatus(board: Board): PostStatus | null {
  if (board.kind === 'question') return 'UNSOLVED'
  if (board.kind === 'recruitment') return 'OPEN'
  return board.kind === 'discussion' && board.settings.solvable ? 'UNSOLVED' : null
}

/** Whether its author may take a post from one status to another by their word alone. */
export function mayStep(
  post: Pick<Post, 'kind' | 'status' | 'acceptedAnswerId'>,
  to: PostStatus,
  board: Board,
): boolean {
  const step = `${post.status}>${to}`
  if (post.kind === 'recruitment') return step === 'OPEN>CLOSED' || step === 'CLOSED>OPEN'
  if (post.kind === 'discussion') return board.settings.solvable && (to === 'SOLVED' || to === 'UNSOLVED')
  if (post.kind !== 'question' || post.acceptedAnswerId) return false
  if (step === 'ENDED>UNSOLVED') return true
  return board.settings.resolve !== 'adoption' && (step === 'UNSOLVED>RESOLVED' || step === 'RESOLVED>UNSOLVED')
}

/** ENDED questions and notices that are over keep their link and leave the lists. */
export const isListed = (post: Pick<Post, 'kind' | 'status' | 'details'>, now: Date): boolean => {
  if (post.status === 'ENDED') return false
  const until = post.kind === 'notice' ? post.details.notice?.showUntil : undefined
  return !until || new Date(until) > now
}

/** Edits within five minutes of the first writing are not told. */
export const toldAsEdited = (createdAt: Date, now: Date): boolean => now.getTime() - createdAt.getTime() > 5 * 60_000

export const isEditWindowOver = (createdAt: Date, now: Date, windowMin: number): boolean =>
  windowMin > 0 && now.getTime() - createdAt.getTime() > windowMin * 60_000

/** Questions open on their own page; the rest share one. */
export const postLink = (id: string, kind: PostKind | undefined): string =>
  `/${kind === 'question' ? 'questions' : 'posts'}/${id}`
