import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import { isTag, tidyTag } from '../../kernel/hashtags.ts'
import { plainText } from '../../kernel/plain-text.ts'
import { countCharacters, cut, tidy } from '../../kernel/text.ts'
import { splitFences } from './code-apart.ts'
import { readFrontMatter } from './front-matter.ts'
import { plainMarkdown } from './plain-markdown.ts'

export const longestTitle = 100
export const longestBody = 50_000
const mostTags = 5

/** A document as it is to become a post; its links still point into the folder. */
export interface Document {
  /** Below the folder, with slashes, in NFC. */
  path: string
  title: string
  body: string
  tags: string[]
  category?: string
  author?: string
  /** As written: a day, or a day and a time. */
  date?: string
  /** Of the file as it was read. */
  hash: string
  /** What differs from the file, for the summary. */
  notes: string[]
}

/** Why a file is not to become a post; it is no failure. */
export class PassedOver extends Error {}

const firstHeading = /^(?:\s*)(#{1,6})[ \t]+(.+?)[ \t]*#*[ \t]*(?:\n|$)/
const underlined = /^(?:\s*)([^\n]+)\n(?:=+|-+)[ \t]*(?:\n|$)/

const oneLine = (text: string) => tidy(plainText(text).replace(/\s+/g, ' '))

/** The one heading of the first level, where a text begins with something else. */
const mainHeading = (body: string) =>
  splitFences(body)
    .flatMap(({ isCode, text }) => (isCode ? [] : text.split('\n')))
    .find((line) => /^# +\S/.test(line))
    ?.slice(2)

function headingOf(body: string): { title: string; rest: string } | undefined {
  const found = firstHeading.exec(body) ?? underlined.exec(body)
  const title = found && oneLine(found[2] ?? found[1] ?? '')
  return found && title ? { title, rest: body.slice(found[0].length).trim() } : undefined
}

/** `2024-03-05-hello-world.md` of Jekyll says a date and a title; `guide/index.md` is named by its folder. */
function byName(path: string): { title: string; date?: string } {
  const stem = posix.basename(path).replace(/\.[^.]+$/, '')
  const name = /^(index|readme)$/i.test(stem) ? posix.basename(posix.dirname(path)) : stem
  const found = /^(\d{4}-\d{2}-\d{2})-(.+)$/.exec(name)
  const title = tidy((found?.[2] ?? name).replace(/[-_]+/g, ' '))
  return { title: title && title !== '.' ? title : stem, ...(found?.[1] ? { date: found[1] } : {}) }
}

function tagsOf(given: string[], notes: string[]): string[] {
  const tags = given.map((tag) => tidyTag(tag.replace(/\s+/g, '-')))
  const unfit = tags.filter((tag) => !isTag(tag))
  if (unfit.length) notes.push(`tags that cannot be: ${unfit.join(', ')}`)
  const fit = [...new Set(tags.filter(isTag))]
  if (fit.length > mostTags) notes.push(`only the first ${mostTags} of ${fit.length} tags`)
  return fit.slice(0, mostTags)
}

export interface Defaults {
  /** Given to every document, before its own tags. */
  tags: string[]
}

/** Reads one file. Throws `PassedOver` for drafts and empty ones, and an error with its reason for what cannot be a post. */
export function readDocument(path: string, text: string, { tags }: Defaults): Document {
  const { matter, body: source } = readFrontMatter(text.replace(/^\ufeff/, ''))
  if (matter.isDraft) throw new PassedOver('a draft')
  const notes: string[] = []
  const plain = plainMarkdown(source, path)
  const heading = headingOf(plain)
  const named = byName(path)
  const fullTitle = oneLine(matter.title ?? '') || heading?.title || oneLine(mainHeading(plain) ?? '') || named.title
  const rest = heading && heading.title === fullTitle ? heading.rest : plain
  const body = tidy(rest || (matter.description ?? ''))
  if (!body) throw new PassedOver('nothing to read in it')
  const title = countCharacters(fullTitle) > longestTitle ? cut(fullTitle, longestTitle - 1) : fullTitle
  if (title !== fullTitle) notes.push(`a title of more than ${longestTitle} characters was shortened`)
  const own = tagsOf([...tags, ...matter.tags], notes)
  const date = matter.date ?? named.date
  return {
    path,
    title,
    body,
    tags: own,
    ...(matter.category ? { category: matter.category } : {}),
    ...(matter.author ? { author: matter.author } : {}),
    ...(date ? { date } : {}),
    hash: createHash('sha256').update(text).digest('base64url'),
    notes,
  }
}
