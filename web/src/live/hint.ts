/** Something about a subject changed; its text is to be fetched again, its counts are here. */
export type Hint = {
  type: string
  id: string
  /** Null when this reader may not see it any more. */
  version: number | null
  counts?: { likes: number; dislikes: number; comments: number; views: number }
}
