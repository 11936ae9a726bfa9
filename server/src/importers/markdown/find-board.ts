import { ImportRefused } from './refused.ts'
import type { ImportTools } from './tools.ts'

interface Category {
  id: string
  name: string
  nameEn: string | null
}

export interface ImportBoard {
  id: string
  slug: string
  name: string
  /** The id of a category by its name in either language, alone or behind its parent's and a slash. */
  categoryNamed(name: string): string | undefined
}

const key = (name: string) => name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
const namesOf = ({ name, nameEn }: Category) => [name, ...(nameEn ? [nameEn] : [])]

/** The board of this slug. Throws `ImportRefused` with the slugs that there are. */
export async function findBoard({ api }: Pick<ImportTools, 'api'>, slug: string, token: string): Promise<ImportBoard> {
  const { status, body } = await api.call('GET', `/api/boards/${encodeURIComponent(slug)}`, { token })
  if (status !== 200) {
    const { body: list } = await api.call('GET', '/api/boards', { token })
    const slugs = (list?.items ?? []).map((board: { slug: string }) => board.slug)
    throw new ImportRefused(`there is no board ${slug}; there are: ${slugs.join(', ') || 'none yet'}`)
  }
  const byName = new Map<string, string>()
  const add = (name: string, id: string) => byName.has(key(name)) || byName.set(key(name), id)
  for (const top of body.categories as (Category & { children: Category[] })[]) {
    for (const name of namesOf(top)) add(name, top.id)
    for (const child of top.children)
      for (const name of namesOf(child)) {
        add(name, child.id)
        for (const parent of namesOf(top)) add(`${parent}/${name}`, child.id)
      }
  }
  return { id: body.id, slug, name: body.name, categoryNamed: (name) => byName.get(key(name)) }
}
