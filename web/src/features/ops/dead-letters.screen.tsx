import { useQueryClient, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { RotateCcw } from 'lucide-react'
import { useApi } from '../../app/means.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { MoreItems } from '../../ui/more-items.tsx'
import { Time } from '../../ui/time.tsx'
import { useAct } from '../../ui/use-act.ts'
import { ConsolePage } from './console-page.tsx'
import { deadLettersQuery } from './queries.ts'
import type { DeadLetter } from './types.ts'
import { useWords } from './words.ts'

export function Component() {
  const t = useWords()
  const api = useApi()
  const query = useQueryClient()
  const { busy, run } = useAct()
  const letters = useSuspenseInfiniteQuery(deadLettersQuery(api))
  const rows = letters.data.pages.flatMap(({ items }) => items)
  const replayed = (list: DeadLetter[]) => async () => {
    for (const { id } of list) await api.post(`/api/ops/dead-letters/${encodeURIComponent(id)}/replays`)
    await query.invalidateQueries({ queryKey: ['ops'] })
  }
  return (
    <ConsolePage
      tab="dead-letters"
      lead={t('dead-letters-lead')}
      actions={
        rows.length > 1 && (
          <Button busy={busy === 'all'} onClick={() => void run('all', replayed(rows), t('replayed'))}>
            <RotateCcw />
            {t('replay-all')}
          </Button>
        )
      }
    >
      <DataTable
        label={t('tab-dead-letters')}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState heading={t('no-dead-letters')} text={t('no-dead-letters-text')} />}
        columns={[
          {
            key: 'event',
            label: t('event'),
            cell: ({ event, subscription }) => (
              <details>
                <summary className="cursor-pointer">
                  <b className="mono">{event.type}</b>
                  <span className="block text-12 text-ink-3">
                    {subscription} · {event.key}
                  </span>
                </summary>
                <pre className="mt-2 max-w-lg">{JSON.stringify(event.data, null, 2)}</pre>
              </details>
            ),
          },
          { key: 'error', label: t('cause'), cell: ({ error }) => <span className="text-ink-2">{error}</span> },
          { key: 'tries', label: t('tries'), right: true, desk: true, cell: ({ tries }) => tries },
          {
            key: 'first',
            label: t('first-failed'),
            desk: true,
            cell: ({ firstFailedAt }) => <Time at={firstFailedAt} />,
          },
          {
            key: 'act',
            label: '',
            right: true,
            cell: (letter) => (
              <Button
                size="sm"
                busy={busy === letter.id}
                onClick={() => void run(letter.id, replayed([letter]), t('replayed'))}
              >
                <RotateCcw />
                {t('replay')}
              </Button>
            ),
          },
        ]}
      />
      <MoreItems
        hasMore={letters.hasNextPage}
        busy={letters.isFetchingNextPage}
        onMore={() => void letters.fetchNextPage()}
        pages={letters.data.pages.length}
        next={null}
      />
    </ConsolePage>
  )
}
