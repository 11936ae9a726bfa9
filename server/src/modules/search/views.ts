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
    /** Where the operator gave a second name, in English. */
    labelEn: Type.Optional(Type.String()),
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
    return {
      ...{ id, kind, variant, title, titleHighlights, status, tags, createdAt, counts: { likes, comments, views } },
      link: platform.subjects.linkOf(row),
      snippet: snippet.text,
      highlights: snippet.highlights,
      author: row.authorId ? (authors.get(row.authorId) ?? null) : null,
      category: categories.get(categoryPath.at(-1) ?? '')?.name ?? null,
      categoryEn: categories.get(categoryPath.at(-1) ?? '')?.nameEn ?? null,
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

type Named = { name?: string | undefined; nameEn?: string | null | undefined }

async function facetViews({ identity, community }: SearchContext, facets: Results['facets']) {
  const valuesOf = (name: keyof Results['facets']) => (facets[name] ?? []).map(({ value }) => value)
  const [authors, categories, boards] = await Promise.all([
    identity.cards(valuesOf('author')),
    community.categories(valuesOf('category')),
    Promise.all(valuesOf('board').map((id) => community.board(id))),
  ])
  const named: Partial<Record<keyof Results['facets'], (value: string) => Named | undefined>> = {
    author: (value) => authors.get(value) && { name: authors.get(value)?.nickname },
    category: (value) => categories.get(value),
    board: (value) => boards.find((board) => board?.id === value),
  }
  return Object.fromEntries(
    facetNames.map((name): [string, FacetView] => [
      name,
      (facets[name] ?? []).map(({ value, count }) => {
        const { name: label, nameEn: labelEn } = named[name]?.(value) ?? {}
        return { value, count, ...(label ? { label } : {}), ...(labelEn ? { labelEn } : {}) }
      }),
    ]),
  )
}
