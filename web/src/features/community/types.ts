import type { Answered } from '../../api/api.ts'
import type { Drawn } from '../../api/wire.ts'

export type Board = Answered<'GET', `/api/boards/${string}`>
export type CategoryBranch = Board['categories'][number]
export type Category = CategoryBranch['children'][number]
export type Named = Pick<Board, 'name' | 'nameEn'>
export type PostKind = Board['kind']
export type Sort = Board['settings']['sort']

export type PostItem = Answered<'GET', '/api/posts'>['items'][number]
export type PostText = Answered<'GET', `/api/posts/${string}`>
export type Post = Drawn<PostText> & { archiveHtml: DrawnArchive }
export type PostStatus = NonNullable<Post['status']>
/** What its author may set; a question ends by itself. */
export type SettableStatus = Exclude<PostStatus, 'ENDED'>
export type ArchiveFields = NonNullable<Post['archive']>

export type Answer = Drawn<Answered<'GET', `/api/answers/${string}`>>

/** The HTML of an archive entry's parts; empty for every other post. */
export type DrawnArchive = Partial<Record<'error' | 'environment' | 'cause' | 'fix', string>>
