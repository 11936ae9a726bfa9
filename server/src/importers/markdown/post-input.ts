import { posix } from 'node:path'
import { countCharacters } from '../../kernel/text.ts'
import { type Document, longestBody } from './document.ts'
import type { Folder } from './read-folder.ts'
import { isElsewhere, resolveLink } from './resolve-link.ts'
import { rewriteLinks, type Target } from './rewrite-links.ts'
import type { ShownFile } from './shown-files.ts'

/** What a post is made of on the wire. */
export interface PostInput {
  title: string
  body: string
  tags: string[]
  categoryId: string | null
}

export interface Surroundings {
  folder: Folder
  /** The address of the post that a document becomes; undefined for one that does not become any. */
  linkTo(path: string): string | undefined
  file(file: Pick<ShownFile, 'kind' | 'path' | 'onDisk'>): Promise<{ url: string } | { refused: string }>
  /** Where links of the site lead that no document of the folder answers. */
  baseUrl: string | undefined
}

const attachable = /\.(pdf|zip|docx?|xlsx?|pptx?|od[tsp]|hwpx?|txt|csv|png|jpe?g|gif|webp)$/i

/** A document with its links and pictures leading to posts and uploaded files. Throws with the reason when it is too long. */
export async function postInput(
  document: Document,
  categoryId: string | null,
  around: Surroundings,
): Promise<PostInput> {
  const { path, title, tags, notes } = document
  const lost = { links: 0, pictures: 0 }
  const body = await rewriteLinks(document.body, async (url, isPicture): Promise<Target | undefined> => {
    if (isElsewhere(url)) return undefined
    const found = resolveLink(around.folder, path, url)
    const post = found && around.linkTo(found.path)
    if (found && post) return post + found.fragment
    const onDisk = found && around.folder.onDisk.get(found.path)
    if (found && onDisk && (isPicture || attachable.test(found.path))) {
      const stored = await around.file({ kind: isPicture ? 'image' : 'attachment', path: found.path, onDisk })
      if ('url' in stored) return stored.url
      notes.push(`${posix.basename(found.path)} was not taken: ${stored.refused}`)
      return null
    }
    if (around.baseUrl && URL.canParse(url, around.baseUrl)) return new URL(url, around.baseUrl).href
    lost[isPicture ? 'pictures' : 'links']++
    return null
  })
  if (lost.links) notes.push(`links to nothing in the folder, of which the words stay: ${lost.links}`)
  if (lost.pictures) notes.push(`pictures that are not in the folder: ${lost.pictures}`)
  const characters = countCharacters(body)
  if (characters > longestBody) throw new Error(`${characters} characters; a post holds ${longestBody}: split it`)
  return { title, body, tags, categoryId }
}
