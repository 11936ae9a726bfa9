import { useQueryClient } from '@tanstack/react-query'
import { useApi } from '../../app/means.ts'
import { Check, Field, Select, TextArea } from '../../ui/field.tsx'
import { Form, type Values } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import type { Board, PostKind } from '../community/types.ts'
import { CategoryEditor } from './category-editor.tsx'
import { useWords } from './words.ts'

const kinds: PostKind[] = ['discussion', 'question', 'archive', 'notice', 'recruitment']
const readers = ['public', 'members', 'role:moderator'] as const

const orNull = (text: string | undefined) => (text?.trim() ? text : null)

/** Makes a board, or changes one, with its categories below. */
export function BoardEditor({ board, onMade }: { board?: Board; onMade: (board: Board) => void }) {
  const t = useWords()
  const api = useApi()
  const query = useQueryClient()

  async function save(values: Values) {
    const { slug, name, nameEn, about = '', aboutEn, audience = 'public', writers = 'members', slowModeS } = values
    const body = {
      slug,
      name,
      nameEn: orNull(nameEn),
      about,
      aboutEn: orNull(aboutEn),
      audience: [audience],
      settings: {
        writers: [writers],
        slowModeS: Number(slowModeS ?? 0),
        approval: values['approval'] ? ('all' as const) : ('off' as const),
        categoryNeeded: values['categoryNeeded'] !== undefined,
      },
    }
    const saved = board
      ? await api.patch(`/api/boards/${board.id}`, body, { version: board.version })
      : await api.post('/api/boards', { ...body, kind: values['kind'] as PostKind })
    await query.invalidateQueries({ predicate: ({ queryKey: [key] }) => key === 'boards' || key === 'board' })
    toast(board ? t('saved') : t('board-made'))
    onMade(saved)
  }

  const words = (values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`audience-${value.replace(':', '-')}` as 'audience-public') }))
  return (
    <div className="grid gap-5">
      <Form
        submit={board ? t('save') : t('make-board')}
        onSubmit={save}
        className="card grid gap-4 p-5"
        fieldOfCode={{ 'community-slug-taken': 'slug' }}
      >
        <div className="grid gap-4 md:grid-cols-2">
          <Field name="name" label={t('board-name')} defaultValue={board?.name} maxLength={40} required />
          <Field name="nameEn" label={t('board-name-en')} optional defaultValue={board?.nameEn ?? ''} maxLength={40} />
        </div>
        <Field
          name="slug"
          label={t('board-slug')}
          hint={t('board-slug-hint')}
          defaultValue={board?.slug}
          maxLength={40}
          required
        />
        {!board && (
          <Select
            name="kind"
            label={t('board-kind')}
            options={kinds.map((kind) => ({ value: kind, label: t(`kind-${kind}`) }))}
          />
        )}
        <TextArea name="about" label={t('board-about')} optional rows={2} defaultValue={board?.about} maxLength={300} />
        <TextArea
          name="aboutEn"
          label={t('board-about-en')}
          optional
          rows={2}
          defaultValue={board?.aboutEn ?? ''}
          maxLength={300}
        />
        <div className="grid gap-4 md:grid-cols-3">
          <Select
            name="audience"
            label={t('who-reads')}
            defaultValue={board?.audience[0] ?? 'public'}
            options={words(readers)}
          />
          <Select
            name="writers"
            label={t('who-writes')}
            defaultValue={board?.settings.writers[0] ?? 'members'}
            options={words(['members', 'role:moderator'])}
          />
          <Field
            name="slowModeS"
            type="number"
            min={0}
            max={86400}
            label={t('slow-mode')}
            defaultValue={board?.settings.slowModeS ?? 0}
          />
        </div>
        <Check name="approval" label={t('approval')} defaultChecked={board?.settings.approval === 'all'} />
        <Check
          name="categoryNeeded"
          label={t('category-needed')}
          defaultChecked={board?.settings.categoryNeeded ?? false}
        />
      </Form>
      {board && <CategoryEditor board={board} />}
    </div>
  )
}
