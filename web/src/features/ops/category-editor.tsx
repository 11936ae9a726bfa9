import { useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useApi } from '../../app/means.ts'
import { Field, Select } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import { useAct } from '../../ui/use-act.ts'
import type { Board, Category } from '../community/types.ts'
import { useWords } from './words.ts'

/** The two levels of a board's categories. */
export function CategoryEditor({ board }: { board: Board }) {
  const t = useWords()
  const api = useApi()
  const query = useQueryClient()
  const { busy, run } = useAct()
  const again = () =>
    query.invalidateQueries({ predicate: ({ queryKey: [key] }) => key === 'boards' || key === 'board' })

  const line = (category: Category, child: boolean) => (
    <li key={category.id} className={`flex items-center gap-2 px-4 py-2 ${child ? 'pl-10' : ''}`}>
      <span className="min-w-0 flex-1">
        {category.name} {category.nameEn && <span className="text-ink-3">{category.nameEn}</span>}
      </span>
      <button
        type="button"
        className="ibtn sm"
        disabled={busy === category.id}
        aria-label={t('delete-category', { name: category.name })}
        onClick={() =>
          void run(category.id, () => api.delete(`/api/categories/${category.id}`).then(again), t('category-deleted'))
        }
      >
        <Trash2 />
      </button>
    </li>
  )

  return (
    <section className="card" aria-label={t('categories')}>
      <h2 className="px-4 pt-4 text-15">{t('categories')}</h2>
      <ul className="py-2">
        {board.categories.flatMap((top) => [line(top, false), ...top.children.map((child) => line(child, true))])}
      </ul>
      <Form
        submit={t('add-category')}
        className="grid gap-3 border-t border-line p-4"
        fieldOfCode={{ 'community-category-taken': 'name' }}
        onSubmit={async ({ name, nameEn, parentId }, form) => {
          await api.post('/api/categories', {
            board: board.id,
            name,
            nameEn: nameEn?.trim() ? nameEn : null,
            parentId: parentId || null,
          })
          form.reset()
          await again()
          toast(t('category-added'))
        }}
      >
        <div className="grid gap-3 md:grid-cols-3">
          <Field name="name" label={t('category-name')} maxLength={30} required />
          <Field name="nameEn" label={t('board-name-en')} optional maxLength={30} />
          <Select
            name="parentId"
            label={t('category-parent')}
            options={[
              { value: '', label: t('category-top') },
              ...board.categories.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </div>
      </Form>
    </section>
  )
}
