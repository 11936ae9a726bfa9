import type { ReactNode } from 'react'
import { DraftStatus } from '../../ui/composer/draft-status.tsx'
import type { Texts } from '../../ui/composer/kept-locally.ts'
import { MarkdownEditor } from '../../ui/composer/markdown-editor.tsx'
import { Resumed } from '../../ui/composer/resumed.tsx'
import { TwoDrafts } from '../../ui/composer/two-drafts.tsx'
import { useDraft } from '../../ui/composer/use-draft.ts'
import { Field, FieldFrame, Select, TextArea } from '../../ui/field.tsx'
import { Form, type Values } from '../../ui/form.tsx'
import { useLocale } from '../../words/words.tsx'
import { categoryOptions } from './category-options.ts'
import { SimilarQuestions } from './similar-questions.tsx'
import { tagsIn } from './tags-in.ts'
import type { ArchiveFields, Board, Post } from './types.ts'
import { useWords } from './words.ts'

export type PostInput = {
  title: string
  body: string
  categoryId: string | null
  tags: string[]
  archive?: ArchiveFields
  notice?: { mustAcknowledge: boolean }
  recruitment?: { capacity?: number; deadline?: string }
}

const archiveParts = ['error', 'environment', 'cause', 'fix'] as const

const fieldOfCode = {
  'community-category-needed': 'categoryId',
  'community-category-unknown': 'categoryId',
  'community-tag-invalid': 'tags',
}

type Props = {
  board: Board
  submit: string
  onSubmit: (input: PostInput) => Promise<unknown>
  /** Names the draft. */
  draftKey?: string
  /** What the fields begin with; with its version it is this post that is changed. */
  post?: Pick<Post, 'title' | 'body' | 'tags' | 'archive'> & Partial<Pick<Post, 'categories' | 'version'>>
  boardField?: ReactNode
  /** Of an edit, on top: what was saved since `base`, the version that it goes on from. */
  notice?: (base: number) => ReactNode
}

function inputOf(board: Board, values: Values): PostInput {
  const { title = '', body = '', categoryId = '', tags = '', capacity, deadline } = values
  return {
    title,
    body,
    categoryId: categoryId === '' ? null : categoryId,
    tags: tagsIn(tags),
    ...(board.kind === 'archive'
      ? { archive: Object.fromEntries(archiveParts.flatMap((part) => (values[part] ? [[part, values[part]]] : []))) }
      : {}),
    ...(board.kind === 'notice' ? { notice: { mustAcknowledge: values['mustAcknowledge'] !== undefined } } : {}),
    ...(board.kind === 'recruitment'
      ? {
          recruitment: {
            ...(capacity ? { capacity: Number(capacity) } : {}),
            ...(deadline ? { deadline: new Date(deadline).toISOString() } : {}),
          },
        }
      : {}),
  }
}

/** Writes a post of any kind, or changes one. What is typed survives until the server has it. */
export function PostForm({ board, submit, onSubmit, draftKey, post, boardField, notice }: Props) {
  const t = useWords()
  const locale = useLocale()
  const first: Texts & Record<'title' | 'body' | 'tags' | 'categoryId', string> = {
    title: post?.title ?? '',
    body: post?.body ?? board.settings.template,
    tags: post?.tags.join(' ') ?? '',
    categoryId: post?.categories?.at(-1)?.id ?? '',
    ...(board.kind === 'archive'
      ? Object.fromEntries(archiveParts.map((part) => [part, post?.archive?.[part] ?? '']))
      : {}),
    ...(post?.version ? { base: String(post.version) } : {}),
  }
  const draft = useDraft({ key: draftKey, first, early: true })
  const { title, body, tags, categoryId } = draft.content

  async function send(values: Values) {
    await draft.finish((content) => onSubmit(inputOf(board, { ...values, body: content.body })))
  }

  return (
    <Form submit={submit} onSubmit={send} fieldOfCode={fieldOfCode} className="grid gap-5">
      {notice?.(Number(draft.content['base']))}
      {post?.version !== undefined && draft.resumed && <Resumed startOver={draft.discard} />}
      {draft.theirs && (
        <TwoDrafts keepMine={draft.keepMine} takeTheirs={draft.takeTheirs}>
          <b>{draft.theirs.content.title}</b>
          {`\n${draft.theirs.content.body}`}
        </TwoDrafts>
      )}
      <div className="grid gap-5 md:grid-cols-2">
        {boardField}
        {board.categories.length > 0 && (
          <Select
            name="categoryId"
            label={t('category')}
            optional={!board.settings.categoryNeeded}
            value={categoryId}
            onChange={(value) => draft.change({ categoryId: value })}
            options={[{ value: '', label: t('choose-category') }, ...categoryOptions(board, locale)]}
          />
        )}
      </div>
      <Field
        name="title"
        label={t('title')}
        value={title}
        maxLength={100}
        required
        onChange={(event) => draft.change({ title: event.currentTarget.value })}
        placeholder={board.kind === 'question' ? t('title-question') : t('title-post')}
      />
      {board.kind === 'question' && !post && <SimilarQuestions title={title} />}
      <FieldFrame name="body" label={t('body')}>
        {({ id, onInput, ...attributes }) => (
          <MarkdownEditor
            id={id}
            name="body"
            label={t('body')}
            rows={14}
            value={body}
            onChange={(next) => {
              onInput()
              draft.change({ body: next })
            }}
            invalid={attributes['aria-invalid'] ?? false}
            status={<DraftStatus savedAt={draft.savedAt} />}
            placeholder={board.kind === 'question' ? t('body-question') : t('body-post')}
          />
        )}
      </FieldFrame>
      {board.kind === 'archive' &&
        archiveParts.map((part) => (
          <TextArea
            key={part}
            name={part}
            label={t(`archive-${part}`)}
            optional
            value={draft.content[part] ?? ''}
            onChange={(event) => draft.change({ [part]: event.currentTarget.value })}
            maxLength={5000}
          />
        ))}
      {board.kind === 'recruitment' && (
        <div className="grid gap-4 md:grid-cols-2">
          <Field name="capacity" type="number" min={1} max={10000} label={t('capacity-label')} optional />
          <Field name="deadline" type="datetime-local" label={t('deadline')} optional />
        </div>
      )}
      <Field
        name="tags"
        label={t('tags')}
        optional
        hint={t('tags-hint')}
        value={tags}
        onChange={(event) => draft.change({ tags: event.currentTarget.value })}
      />
    </Form>
  )
}
