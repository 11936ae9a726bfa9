import type { Actor } from '../../kernel/actor.ts'

export {
  acceptanceWithdrawn,
  answerAccepted,
  answerDeleted,
  answerEdited,
  answerPublished,
  answerRestored,
  boardChanged,
  boardCreated,
  postChanged,
  postDeleted,
  postEdited,
  postMoved,
  postPublished,
  postRestored,
  questionEnded,
  questionReopened,
} from './events.ts'

/** A board as other modules name it. */
export interface BoardFacts {
  id: string
  slug: string
  name: string
  nameEn: string | null
  kind: 'discussion' | 'question' | 'archive' | 'notice' | 'recruitment'
}

export interface CategoryFacts {
  id: string
  boardId: string
  name: string
  nameEn: string | null
}

export interface CommunityApi {
  /** The boards that this actor may see, in the operator's order. From memory. */
  boards(actor: Actor): Promise<BoardFacts[]>
  /** By id or slug, whoever asks; undefined where there is none. From memory. */
  board(idOrSlug: string): Promise<BoardFacts | undefined>
  /** Ids of a category and of all below it, by id; only itself where it is unknown. From memory. */
  categoriesBelow(categoryId: string): Promise<string[]>
  /** Categories by id; an unknown id is absent. From memory. */
  categories(ids: Iterable<string>): Promise<Map<string, CategoryFacts>>
}
