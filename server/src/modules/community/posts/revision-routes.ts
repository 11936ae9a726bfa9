import { Type } from 'typebox'
import { cursorInvalid, notFound } from '../../../kernel/problems.ts'
import { Fields, Id, PageOf, pageQuery } from '../../../kernel/schema.ts'
import { type Route, route } from '../../../module.ts'
import type { Community } from '../community.ts'
import { getRevision, listRevisions } from './list-revisions.ts'
import { RevisionItem, RevisionView } from './post-views.ts'

const N = Type.Integer({ minimum: 1, maximum: 1_000_000 })

const revisionsOf = (community: Community, place: 'posts' | 'answers', id: ReturnType<typeof Id>): Route[] => [
  route({
    method: 'GET',
    path: `/api/${place}/:id/revisions`,
    access: 'guest',
    summary: 'Who changed it and when, newest first',
    params: Fields({ id }),
    query: Fields(pageQuery),
    answers: { 200: PageOf(RevisionItem) },
    refuses: [notFound, cursorInvalid],
    handle: ({ actor, params, query }) => listRevisions(community, actor, params.id, query),
  }),
  route({
    method: 'GET',
    path: `/api/${place}/:id/revisions/:n`,
    access: 'guest',
    summary: 'What it said then: compare any two',
    params: Fields({ id, n: N }),
    answers: { 200: RevisionView },
    refuses: [notFound],
    handle: ({ actor, params }) => getRevision(community, actor, params.id, params.n),
  }),
]

export const revisionRoutes = (community: Community): Route[] => [
  ...revisionsOf(community, 'posts', Id('pst')),
  ...revisionsOf(community, 'answers', Id('ans')),
]
