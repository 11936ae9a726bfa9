import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useApi } from '../../app/means.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { MoreItems } from '../../ui/more-items.tsx'
import { Time } from '../../ui/time.tsx'
import { ConsolePage } from './console-page.tsx'
import { auditQuery } from './queries.ts'
import { useWords } from './words.ts'

export function Component() {
  const t = useWords()
  const audit = useSuspenseInfiniteQuery(auditQuery(useApi()))
  return (
    <ConsolePage tab="audit" lead={t('audit-lead')}>
      <DataTable
        label={t('tab-audit')}
        rows={audit.data.pages.flatMap(({ items }) => items)}
        rowKey={({ n }) => String(n)}
        empty={<EmptyState heading={t('no-audit')} />}
        columns={[
          { key: 'at', label: t('when'), cell: ({ at }) => <Time at={at} /> },
          {
            key: 'who',
            label: t('who'),
            cell: ({ actor }) => <span className="whitespace-nowrap">{actor?.nickname ?? t('system')}</span>,
          },
          {
            key: 'act',
            label: t('act'),
            cell: ({ act, target, before, after, reason }) => (
              <details>
                <summary className="cursor-pointer">
                  <span className="mono">{act}</span>
                  <span className="clip block max-w-44 text-12 text-ink-3 md:max-w-none">{target}</span>
                </summary>
                {reason && <p className="mt-1">{reason}</p>}
                <pre className="mt-2 max-w-xl">{JSON.stringify({ before, after }, null, 2)}</pre>
              </details>
            ),
          },
        ]}
      />
      <MoreItems
        hasMore={audit.hasNextPage}
        busy={audit.isFetchingNextPage}
        onMore={() => void audit.fetchNextPage()}
        pages={audit.data.pages.length}
        next={null}
      />
    </ConsolePage>
  )
}
