import { Type } from 'typebox'
import { cursorInvalid, notFound } from '../../../kernel/problems.ts'
import { Fields, Id, OneOf, PageOf } from '../../../kernel/schema.ts'
import { Answer, route } from '../../../module.ts'
import { postKinds, sorts } from '../boards/board.ts'
import { boardParams } from '../boards/board-routes.ts'
import type { Community } from '../community.ts'
import {
  boardClosed,
  categoryNeeded,
  categoryUnknown,
  detailsUnfit,
  fileUnknown,
  slowMode,
  tagInvalid,
} from '../problems.ts'
import { listTags } from '../tags/list-tags.ts'
import { listBoardPosts, listPosts, seenBoards } from './list-posts.ts'
import { type PostStatus, postStatuses } from './post.ts'
import { NewPost } from './post-schemas.ts'
import { PostItem, PostView } from './post-views.ts'
import { publishPost } from './publish-post.ts'
import { viewPost } from './view-post.ts'

// as they stand in addresses that people write
const smallStatuses = postStatuses.map((status) => status.toLowerCase() as Lowercase<PostStatus>)

const filters = {
  sort: Type.Optional(OneOf(sorts)),
  status: Type.Optional(OneOf([...postStatuses, ...smallStatuses])),
  category: Type.Optional(Id('cat')),
  tag: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  author: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  /** As many as the board shows, where it is not told. */
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  after: Type.Optional(Type.String({ maxLength: 1000 })),
}

type Item = { id: string; author: { id: string } | null; activeBy: { id: string } | null }
const tagsOf = (items: Item[]) =>
  items.flatMap(({ id, author, activeBy }) => [id, ...[author, activeBy].flatMap((card) => (card ? [card.id] : []))])

export const postListRoutes = (community: Community) => [
  route({
    method: 'GET',
    path: '/api/boards/:slug/posts',
    access: 'guest',
    summary: 'The posts of a board, pinned ones first; filters narrow, a parent category holds its children',
    params: boardParams,
    query: Fields(filters),
    answers: { 200: PageOf(PostItem) },
    refuses: [notFound, cursorInvalid],
    cache: ({ items }: { items: Item[] }, { slug }) => [
      ...tagsOf(items),
      community.boards.known(slug)?.id ?? 'community',
    ],
    handle: ({ actor, params, query }) => listBoardPosts(community, actor, params.slug, query),
  }),
  route({
    method: 'POST',
    path: '/api/boards/:slug/posts',
    access: 'member',
    summary: 'Write a post',
    params: boardParams,
    body: NewPost,
    answers: { 201: PostView },
    refuses: [notFound, boardClosed, categoryNeeded, categoryUnknown, tagInvalid, fileUnknown, detailsUnfit, slowMode],
    handle: async ({ actor, params, body }) => {
      const view = await viewPost(community, actor, await publishPost(community, actor, params.slug, body))
      return new Answer(201, view, { location: `/api/posts/${view.id}` })
    },
  }),
  route({
    method: 'GET',
    path: '/api/posts',
    access: 'guest',
    summary: 'Posts of all boards that you may see, or of one kind',
    query: Fields({ ...filters, kind: Type.Optional(OneOf(postKinds)) }),
    answers: { 200: PageOf(PostItem) },
    refuses: [cursorInvalid],
    cache: ({ items }: { items: Item[] }) => [...tagsOf(items), 'community'],
    handle: ({ actor, query }) => listPosts(community, actor, query),
  }),
  route({
    method: 'GET',
    path: '/api/tags',
    access: 'guest',
    summary: 'Tags of the boards that you may see, by their beginning, the most used first',
    query: Fields({
      q: Type.Optional(Type.String({ maxLength: 60 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
    }),
    answers: {
      200: Type.Object({
        items: Type.Array(Type.Object({ name: Type.String(), posts: Type.Integer() })),
        next: Type.Null(),
      }),
    },
    handle: async ({ actor, query: { q = '', limit = 20 } }) => {
      const boardIds = (await seenBoards(community, actor)).map(({ id }) => id)
      return { items: await listTags(community.platform.db, { boardIds, q, limit }), next: null }
    },
  }),
  route({
    method: 'GET',
    path: '/api/tags/:tag/posts',
    access: 'guest',
    summary: 'Posts of a tag on all boards that you may see',
    params: Fields({ tag: Type.String({ minLength: 1, maxLength: 60 }) }),
    query: Fields({ sort: filters.sort, limit: filters.limit, after: filters.after }),
    answers: { 200: PageOf(PostItem) },
    refuses: [cursorInvalid],
    cache: ({ items }: { items: Item[] }) => [...tagsOf(items), 'community'],
    handle: ({ actor, params, query }) => listPosts(community, actor, { ...query, tag: params.tag }),
  }),
]
