import type { Actor } from '../../../kernel/actor.ts'
import { hashtagsIn, isTag, tidyTag } from '../../../kernel/hashtags.ts'
import type { FileFacts, FilesApi } from '../../files/index.ts'
import { type Board, pathOf } from '../boards/board.ts'
import { categoryNeeded, categoryUnknown, fileUnknown, tagInvalid } from '../problems.ts'
import type { PostDetails } from './post.ts'

const mostTags = 5
const mostShownFiles = 50
const fileAddress = /\/files\/(fil_[0-9a-hjkmnp-tv-z]{26})\//g

/** The category and its top one, as the board requires. */
export function checkedCategory(board: Board, id: string | null) {
  const [top, below] = pathOf(board, id)
  if (id && !top) throw categoryUnknown({ errors: [{ at: '/categoryId', code: 'not-allowed' }] })
  // a board whose categories were never made cannot ask for one
  if (!top && board.settings.categoryNeeded && board.categories.length)
    throw categoryNeeded({ errors: [{ at: '/categoryId', code: 'required' }] })
  return { categoryId: below?.id ?? top?.id ?? null, topCategoryId: top?.id ?? null }
}

/** The writer's own tags, then the hashtags of the text, at most five. */
export function checkedTags(own: string[], text: string): string[] {
  const tags = own.map(tidyTag)
  const errors = tags.flatMap((tag, i) => (isTag(tag) ? [] : [{ at: `/tags/${i}`, code: 'wrong-form' }]))
  if (errors.length) throw tagInvalid({ errors })
  return [...new Set([...tags, ...hashtagsIn(text)])].slice(0, mostTags)
}

export const textsOf = (title: string, body: string, { archive }: PostDetails): string[] => [
  title,
  body,
  ...Object.values(archive ?? {}),
]

/** Ids of the files that a Markdown text shows. */
export const filesIn = (text: string): string[] =>
  [...new Set([...text.matchAll(fileAddress)].map(([, id = '']) => id))].slice(0, mostShownFiles)

/** Those of the files that a text names that belong to its writer. */
export async function ownFiles(files: FilesApi, writer: Actor, attachments: string[], text: string) {
  const named = [...new Set([...attachments, ...filesIn(text)])]
  const found = named.length ? await files.find(named) : new Map<string, FileFacts>()
  return new Set(named.filter((id) => found.get(id)?.ownerId === writer.id))
}

/**
 * The files that a text brings along: attachments must be the writer's own or kept, and what it merely shows counts only
 * when it is, for naming another's file opens nothing.
 */
export function checkedFiles(wanted: { attachments: string[]; text: string }, own: Set<string>, kept: string[] = []) {
  const isFit = (id: string) => own.has(id) || kept.includes(id)
  const errors = wanted.attachments.flatMap((id, i) =>
    isFit(id) ? [] : [{ at: `/attachments/${i}`, code: 'not-allowed' }],
  )
  if (errors.length) throw fileUnknown({ errors })
  return { attachments: wanted.attachments, shownFiles: filesIn(wanted.text).filter(isFit) }
}
