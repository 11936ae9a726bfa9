// Names for what the API answers, where several screens speak of it.
import type { Answered } from './api.ts'

export type Page<T> = { items: T[]; next: string | null }

/** What was written, with its HTML beside the Markdown. */
export type Drawn<T> = T & { html: string }

export type Instance = Answered<'GET', '/api/instance'>
export type Me = Answered<'GET', '/api/me'>
export type Profile = Answered<'GET', `/api/members/${string}`>
export type MemberCard = Answered<'GET', '/api/members'>['items'][number]
export type SubjectCard = Answered<'GET', `/api/subjects/${string}`>
export type OwnResponse = SubjectCard['own']
export type Reaction = NonNullable<OwnResponse['reaction']>

/** What every subject carries for its row of buttons. */
export type Respondable = Pick<SubjectCard, 'id' | 'likes' | 'dislikes' | 'own'>

type Thread = Answered<'GET', `/api/subjects/${string}/comments`>
export type CommentView = Drawn<Answered<'GET', `/api/comments/${string}`>>
export type CommentRoot = CommentView & { replies: Page<CommentView> }
export type CommentPage = Omit<Thread, 'items'> & { items: CommentRoot[] }
