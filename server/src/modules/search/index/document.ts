import { createHash } from 'node:crypto'
import { plainText } from '../../../kernel/plain-text.ts'
import type { SubjectKind, SubjectRecord } from '../../../platform/subjects/subject-kind.ts'
import { languageOf } from '../text/language.ts'
import { lexemeOf, pack } from '../text/pack.ts'
import { documentTerms } from '../text/terms.ts'

/** A subject as the index holds it, ready to be stored. */
export interface SearchDocument {
  id: string
  kind: string
  variant: string | null
  container_id: string | null
  author_id: string | null
  audience: string[]
  status: string | null
  listed: boolean
  language: string
  category_path: string[]
  tags: string[]
  version: number
  digest: string
  created_at: Date
  updated_at: Date
  facets: Readonly<Record<string, string | number | string[]>>
  title: string
  body: string
  words: string
  terms: string
  vocabulary: string[]
  head_vocabulary: string[]
}

const longestBody = 100_000

/** What the subject itself says: the rest of a document is made from it. */
export type StoredDocument = Omit<SearchDocument, 'digest' | 'words' | 'terms' | 'vocabulary' | 'head_vocabulary'>

function canonicalOf(kind: SubjectKind, record: SubjectRecord): StoredDocument {
  const body = plainText(record.text).normalize('NFC').slice(0, longestBody).toWellFormed().replaceAll('\0', '')
  const { title } = record
  const variant = record.facets?.['kind']
  return {
    id: record.id,
    kind: kind.kind,
    variant: typeof variant === 'string' ? variant : null,
    container_id: record.containerId ?? null,
    author_id: record.authorId,
    audience: [...record.audience].sort(),
    status: record.status ?? null,
    listed: record.listed ?? true,
    language: languageOf(`${title} ${body}`),
    category_path: record.categoryPath ?? [],
    tags: record.tags ?? [],
    version: record.version,
    created_at: record.createdAt,
    updated_at: record.updatedAt,
    facets: record.facets ?? {},
    title,
    body,
  }
}

const fields = [
  ...(['id', 'kind', 'variant', 'container_id', 'author_id', 'audience', 'status', 'listed', 'language'] as const),
  ...(['category_path', 'tags', 'version', 'created_at', 'updated_at', 'facets', 'title', 'body'] as const),
]
const byName = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date)
    ? Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)))
    : value

/**
 * SHA-256, hexadecimal, over everything that a subject says of itself, id and version among it: equal exactly when
 * nothing is stale.
 */
export const digestOfStored = (stored: StoredDocument): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        fields.map((name) => stored[name]),
        byName,
      ),
    )
    .digest('hex')

/** The document of a living subject. */
export function documentOf(kind: SubjectKind, record: SubjectRecord): SearchDocument {
  const canonical = canonicalOf(kind, record)
  const found = documentTerms(canonical)
  const { packed, hashes } = pack(found)
  return {
    ...canonical,
    digest: digestOfStored(canonical),
    words: hashes.map(lexemeOf).join(' '),
    terms: packed,
    vocabulary: [...found.words],
    head_vocabulary: [...found.headWords],
  }
}

/** The digest alone, without making terms: for comparing. */
export const digestOfRecord = (kind: SubjectKind, record: SubjectRecord): string =>
  digestOfStored(canonicalOf(kind, record))
