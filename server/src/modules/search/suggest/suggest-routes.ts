import { Type } from 'typebox'
import { notFound } from '../../../kernel/problems.ts'
import { AnyId, Fields, Nullable, OneOf, Time } from '../../../kernel/schema.ts'
import { countCharacters, tidy } from '../../../kernel/text.ts'
import { route } from '../../../module.ts'
import { mostCharacters, readRequest } from '../find/request.ts'
import { popularWords } from '../popular/popular-words.ts'
import { initialsTooShort, searchEmpty, searchTooLong, searchTooMany } from '../problems.ts'
import type { SearchContext } from '../search-context.ts'
import { suggestionsPerMinute } from '../settings.ts'
import { takeTurn } from '../take-turn.ts'
import { HitView, hitViews } from '../views.ts'
import { eraseOwnSearches, ownSearches } from './own-searches.ts'
import { preview } from './preview.ts'
import { related } from './related.ts'
import { suggest } from './suggest.ts'

const q = Type.Optional(Type.String({ maxLength: 10_000 }))

export const suggestRoutes = (context: SearchContext) => [
  route({
    method: 'GET',
    path: '/api/search/suggestions',
    access: 'guest',
    summary: 'Ways to go on with a half-typed search',
    query: Fields({ q }),
    answers: {
      200: Type.Object({
        items: Type.Array(
          Type.Object({ text: Type.String(), kind: OneOf(['own', 'word', 'title']), link: Nullable(Type.String()) }),
        ),
      }),
    },
    refuses: [searchTooLong, searchTooMany],
    handle: async ({ actor, query }) => {
      takeTurn(context.platform, suggestionsPerMinute, actor)
      if (countCharacters(tidy(query.q ?? ''), mostCharacters) > mostCharacters) throw searchTooLong()
      return { items: await suggest(context, actor, query.q ?? '') }
    },
  }),
  route({
    method: 'GET',
    path: '/api/search/preview',
    access: 'guest',
    summary: 'The best five of each kind, while typing',
    query: Fields({ q }),
    answers: {
      200: Type.Object({
        items: Type.Array(Type.Object({ kind: Type.String(), total: Type.Integer(), items: Type.Array(HitView) })),
      }),
    },
    refuses: [searchEmpty, initialsTooShort, searchTooLong, searchTooMany],
    handle: async ({ actor, query }) => {
      takeTurn(context.platform, suggestionsPerMinute, actor)
      const groups = await preview(
        context,
        actor,
        readRequest({ q: query.q ?? '', filters: {} }, () => false),
      )
      const items = await Promise.all(
        groups.map(async ({ kind, total, results }) => ({ kind, total, items: await hitViews(context, results) })),
      )
      return { items }
    },
  }),
  route({
    method: 'GET',
    path: '/api/me/searches',
    access: 'member',
    summary: 'What you searched for last, newest first; at most 20',
    answers: { 200: Type.Object({ items: Type.Array(Type.Object({ text: Type.String(), at: Time })) }) },
    handle: async ({ actor }) => ({ items: await ownSearches(context.platform, actor) }),
  }),
  route({
    method: 'DELETE',
    path: '/api/me/searches',
    access: 'member',
    summary: 'Erase what you searched for',
    answers: { 204: null },
    handle: ({ actor }) => eraseOwnSearches(context.platform, actor),
  }),
  route({
    method: 'GET',
    path: '/api/search/popular',
    access: 'guest',
    summary: 'What is searched most today',
    answers: {
      200: Type.Object({
        items: Type.Array(
          Type.Object({
            text: Type.String(),
            /** Its place yesterday, from 1. */
            before: Nullable(Type.Integer()),
          }),
        ),
      }),
    },
    handle: async () => ({ items: await popularWords(context) }),
  }),
  route({
    method: 'GET',
    path: '/api/subjects/:id/related',
    access: 'guest',
    summary: 'Subjects that tell of the same',
    params: Fields({ id: AnyId }),
    answers: { 200: Type.Object({ items: Type.Array(HitView) }) },
    refuses: [notFound],
    cache: (view: { items: { id: string }[] }, { id }) => ['search', id, ...view.items.map((item) => item.id)],
    handle: async ({ actor, params }) => ({
      items: await hitViews(context, await related(context, actor, params.id)),
    }),
  }),
]
