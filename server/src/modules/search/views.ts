import { type Static, Type } from 'typebox'
import { Nullable, Time } from '../../kernel/schema.ts'
import { MemberCard } from '../identity/index.ts'
import { facetNames } from './find/hits.ts'
import type { Result, Results } from './find/search.ts'
import type { SearchContext } from './search-context.ts'

/** `[start, end)` in UTF-16 units of the plain text beside it. */
const Ranges = Type.Array(Type.Array(Type.Integer({ minimum: 0 }), { minItems: 2, maxItems: 2 }))

export const HitView = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  /** What it is among its kind: a `post` is a `question`. */
  variant: Nullable(Type.String()),
  title: Type.String(),
  titleHighlights: Ranges,
  link: Type.String(),
  /** Plain text of at most 200, never markup. */
  snippet: Type.String(),
  highlights: Ranges,
  author: Nullable(MemberCard),
  category: Nullable(Type.String()),
  categoryEn: Nullable(Type.String()),
  tags: Type.Array(Type.String()),
  status: Nullable(Type.String()),
  createdAt: Time,
  counts: Type.Object({ likes: Type.Integer(), comments: Type.Integer(), views: Type.Integer() }),
})
/** As a handler answers it: the serializer writes times. */
export type HitView = Omit<Static<typeof HitView>, 'createdAt'> & { createdAt: Date }

const FacetView = Type.Array(
  Type.Object({
    value: Type.String(),
    label: Type.Optional(Type.String()),
    labelEn: Type.Optional(Type.String()),
    /** Where a category stands: several boards may have one of the same name. */
    board: Type.Optional(Type.Object({ id: Type.String(), name: Type.String(), nameEn: Nullable(Type.String()) })),
    count: Type.Integer(),
  }),
)
type FacetView = Static<typeof FacetView>

export const SearchView = Type.Object({
  searchId: Type.String(),
  items: Type.Array(HitView),
  /** Exact to 10,000. */
  total: Type.Integer(),
  facets: Type.Object(Object.fromEntries(facetNames.map((name) => [name, FacetView]))),
  next: Nullable(Type.String()),
  corrected: Type.Optional(
    Type.Object({
      from: Type.String(),
      to: Type.String(),
      /** `keyboard` or `typo`. */
      why: Type.String(),
    }),
  ),
  degraded: Type.Boolean(),
})

/** Cards of results. */
export async function hitViews(context: SearchContext, results: Result[]): Promise<HitView[]> {
  const { platform, identity, community } = context
  const [authors, categories] = await Promise.all([
    identity.cards(results.map(({ row }) => row.authorId)),
    community.categories(results.flatMap(({ categoryPath }) => categoryPath.slice(-1))),
  ])
  return results.map(({ row, snippet, titleHighlights, categoryPath }) => {
    const { id, kind, variant, title, status, tags, createdAt, likes, comments, views } = row
    const category = categories.get(categoryPath.at(-1) ?? '')
    return {
      ...{ id, kind, variant, title, titleHighlights, status, tags, createdAt, counts: { likes, comments, views } },
      link: platform.subjects.linkOf(row),
      snippet: snippet.text,
      highlights: snippet.highlights,
      author: row.authorId ? (authors.get(row.authorId) ?? null) : null,
      category: category?.name ?? null,
      categoryEn: category?.nameEn ?? null,
    }
  })
}

export async function searchView(context: SearchContext, results: Results) {
  return {
    searchId: context.platform.ids.next('srq'),
    items: await hitViews(context, results.results),
    total: results.total,
    facets: await facetViews(context, results.facets),
    next: results.next,
    ...(results.corrected ? { corrected: results.corrected } : {}),
    degraded: false,
  }
}

type Labels = Omit<FacetView[number], 'value' | 'count'>

async function facetViews({ identity, community }: SearchContext, facets: Results['facets']) {
  const valuesOf = (name: keyof Results['facets']) => (facets[name] ?? []).map(({ value }) => value)
  const [authors, categories] = await Promise.all([
    identity.cards(valuesOf('author')),
    community.categories(valuesOf('category')),
  ])
  const boardIds = new Set([...valuesOf('board'), ...[...categories.values()].map(({ boardId }) => boardId)])
  const boards = new Map(await Promise.all([...boardIds].map(async (id) => [id, await community.board(id)] as const)))
  const named = (one: { name: string; nameEn: string | null } | undefined): Labels =>
    one ? { label: one.name, ...(one.nameEn ? { labelEn: one.nameEn } : {}) } : {}
  const boardOf = (id: string): Labels => {
    const board = boards.get(id)
    return board ? { board: { id, name: board.name, nameEn: board.nameEn } } : {}
  }
  const labels: Partial<Record<keyof Results['facets'], (value: string) => Labels>> = {
    author: (value) => {
      const author = authors.get(value)
      return author ? { label: author.nickname } : {}
    },
    category: (value) => {
      const category = categories.get(value)
      return category ? { ...named(category), ...boardOf(category.boardId) } : {}
    },
    board: (value) => named(boards.get(value)),
  }
  return Object.fromEntries(
    facetNames.map((name): [string, FacetView] => [
      name,
      (facets[name] ?? []).map(({ value, count }) => ({ value, count, ...labels[name]?.(value) })),
    ]),
  )
}
