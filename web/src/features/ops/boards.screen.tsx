import { useSuspenseQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useApi } from '../../app/means.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { KindIcon } from '../../ui/kind-chip.tsx'
import { useLocale } from '../../words/words.tsx'
import { boardsQuery } from '../community/queries.ts'
import { BoardEditor } from './board-editor.tsx'
import { ConsolePage } from './console-page.tsx'
import { useWords } from './words.ts'

export function Component() {
  const t = useWords()
  const locale = useLocale()
  const { data: boards } = useSuspenseQuery(boardsQuery(useApi()))
  const [chosen, choose] = useState<string | 'new' | null>(boards.items[0]?.id ?? null)
  const board = boards.items.find(({ id }) => id === chosen)
  return (
    <ConsolePage
      tab="boards"
      lead={t('boards-lead')}
      actions={
        <Button look="primary" onClick={() => choose('new')}>
          <Plus />
          {t('new-board')}
        </Button>
      }
    >
      <div className="grid items-start gap-5 md:grid-cols-[280px_minmax(0,1fr)]">
        <ul className="card list overflow-hidden">
          {boards.items.map(({ id, name, nameEn, slug, kind }) => (
            <li key={id}>
              <button type="button" className="pick" aria-pressed={id === chosen} onClick={() => choose(id)}>
                <KindIcon kind={kind} />
                <span className="min-w-0">
                  <b className="clip block font-medium">{(locale === 'en' && nameEn) || name}</b>
                  <span className="text-12 text-ink-3">/{slug}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
        {chosen === null ? (
          <EmptyState heading={t('choose-board')} />
        ) : (
          <BoardEditor
            key={`${chosen} ${board?.version ?? 0}`}
            {...(board ? { board } : {})}
            onMade={(made) => choose(made.id)}
          />
        )}
      </div>
    </ConsolePage>
  )
}
