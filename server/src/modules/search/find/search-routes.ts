import { Type } from 'typebox'
import { Fields, pageQuery } from '../../../kernel/schema.ts'
import { route } from '../../../module.ts'
import { countSearch } from '../popular/count-search.ts'
import {
  filterUnknown,
  initialsTooShort,
  kindUnknown,
  searchEmpty,
  searchTooDeep,
  searchTooLong,
  searchTooMany,
  sortUnknown,
} from '../problems.ts'
import type { SearchContext } from '../search-context.ts'
import { searchesPerMinute } from '../settings.ts'
import { takeTurn } from '../take-turn.ts'
import { SearchView, searchView } from '../views.ts'
import { filterNames, readRequest } from './request.ts'
import { search } from './search.ts'

const refuses = [
  searchEmpty,
  initialsTooShort,
  searchTooLong,
  kindUnknown,
  sortUnknown,
  filterUnknown,
  searchTooDeep,
  searchTooMany,
]

const Words = Type.String({ maxLength: 10_000 })
const Name = Type.String({ maxLength: 200 })
const Values = Type.Array(Name, { maxItems: 50 })
const limit = pageQuery.limit

/** Kinds by name, and what subjects are among their kind: `post`, `question`. */
const isKind =
  ({ platform }: SearchContext) =>
  (name: string) =>
    platform.subjects.kinds().some((kind) => kind.searchable && (kind.kind === name || kind.variants?.includes(name)))

const tagOfAll = 'search'

export const searchRoutes = (context: SearchContext) => [
  route({
    method: 'POST',
    path: '/api/searches',
    access: 'guest',
    summary: 'Search; only this counts towards popular words',
    body: Fields({
      q: Type.Optional(Words),
      kinds: Type.Optional(Values),
      in: Type.Optional(Name),
      filters: Type.Optional(Type.Record(Type.String({ maxLength: 40 }), Type.Union([Name, Values]))),
      sort: Type.Optional(Name),
      limit,
    }),
    answers: { 200: SearchView },
    refuses,
    handle: async ({ actor, body }) => {
      const filters = Object.entries(body.filters ?? {}).map(([name, value]) => [name, [value].flat()])
      const raw = { ...body, filters: Object.fromEntries(filters) as Record<string, string[]> }
      const request = readRequest(raw, isKind(context))
      takeTurn(context.platform, searchesPerMinute, actor)
      const results = await search(context, actor, request, { limit: body.limit ?? 20 })
      await countSearch(context, actor, request)
      return searchView(context, results)
    },
  }),
  route({
    method: 'GET',
    path: '/api/search',
    access: 'guest',
    summary: 'The same, uncounted: for links and further pages',
    query: Type.Object(
      {
        ...pageQuery,
        q: Type.Optional(Words),
        kind: Type.Optional(Values),
        in: Type.Optional(Name),
        sort: Type.Optional(Name),
        ...Object.fromEntries(filterNames.map((name) => [name, Type.Optional(Values)])),
      },
      { additionalProperties: true },
    ),
    answers: { 200: SearchView },
    refuses,
    cache: ({ items }: { items: { id: string }[] }) => [tagOfAll, ...items.map(({ id }) => id)],
    handle: async ({ actor, query }) => {
      const { q, kind, in: field, sort, limit: size, after, ...filters } = query as Record<string, unknown>
      const request = readRequest(
        { q, kinds: kind, in: field, sort, filters: onlyLists(filters) } as Parameters<typeof readRequest>[0],
        isKind(context),
      )
      if (!after) takeTurn(context.platform, searchesPerMinute, actor)
      const page = { after: after as string | undefined, limit: (size as number | undefined) ?? 20 }
      return searchView(context, await search(context, actor, request, page))
    },
  }),
]

/** What the schema knows is a list by now; another name is refused further on, whatever its value. */
const onlyLists = (filters: Record<string, unknown>): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(filters).map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : [String(value)]]),
  )
