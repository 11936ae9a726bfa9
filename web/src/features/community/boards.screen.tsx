import { useSuspenseQuery } from '@tanstack/react-query'
import { useApi } from '../../app/means.ts'
import { useMe } from '../../app/session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { KindIcon } from '../../ui/kind-chip.tsx'
import { Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { useLocale } from '../../words/words.tsx'
import { useName } from './named.ts'
import { boardsQuery } from './queries.ts'
import type { Board } from './types.ts'
import { useWords } from './words.ts'

export function Component() {
  const t = useWords()
  const { data: boards } = useSuspenseQuery(boardsQuery(useApi()))
  const operator = useMe()?.roles.includes('admin') ?? false
  return (
    <Page title={t('boards')} crumbs={[]} description={t('boards-lead')} canonical="/boards">
      <div className="page-head">
        <div>
          <h1>{t('boards')}</h1>
          <p>{t('boards-lead')}</p>
        </div>
        {operator && (
          <Link className="btn" to="/console/boards">
            {t('manage-boards')}
          </Link>
        )}
      </div>
      {boards.items.length === 0 ? (
        <EmptyState heading={t('no-boards')} text={operator ? t('no-boards-admin') : t('no-boards-text')}>
          {operator && (
            <Link className="btn primary" to="/console/boards">
              {t('make-board')}
            </Link>
          )}
        </EmptyState>
      ) : (
        <ul className="list">
          {boards.items.map((board) => (
            <BoardLine key={board.id} board={board} />
          ))}
        </ul>
      )}
    </Page>
  )
}

function BoardLine({ board }: { board: Board }) {
  const locale = useLocale()
  const nameOf = useName()
  const about = locale === 'en' && board.aboutEn ? board.aboutEn : board.about
  return (
    <li className="flex items-start gap-3 py-3.5">
      <KindIcon kind={board.kind} />
      <div className="min-w-0 flex-1">
        <Link className="text-15 font-semibold hover:text-brand-ink" to={`/boards/${board.slug}`}>
          {nameOf(board)}
        </Link>
        {about && <p className="text-13 text-ink-3">{about}</p>}
        {board.categories.length > 0 && (
          <p className="mt-1.5 flex flex-wrap gap-1">
            {board.categories.map((category) => (
              <Link key={category.id} className="tag" to={`/boards/${board.slug}?category=${category.id}`}>
                {nameOf(category)}
              </Link>
            ))}
          </p>
        )}
      </div>
    </li>
  )
}
