import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Play } from 'lucide-react'
import { useState } from 'react'
import { useApi } from '../../app/means.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Time } from '../../ui/time.tsx'
import { useAct } from '../../ui/use-act.ts'
import { ConsolePage } from './console-page.tsx'
import { jobsQuery } from './queries.ts'
import { RunPanel, RunTag } from './run-panel.tsx'
import type { Job } from './types.ts'
import { useWords } from './words.ts'

export function Component() {
  const t = useWords()
  const api = useApi()
  const query = useQueryClient()
  const { busy, run } = useAct()
  const [shown, show] = useState<string | null>(null)
  const { data: jobs } = useSuspenseQuery(jobsQuery(api))

  const start = ({ name }: Job) =>
    run(
      name,
      async () => {
        const started = await api.post(`/api/ops/jobs/${name}/runs`, {})
        show(started.id)
        await query.invalidateQueries({ queryKey: jobsQuery(api).queryKey })
      },
      t('job-started'),
    )

  return (
    <ConsolePage tab="jobs" lead={t('jobs-lead')}>
      {shown && <RunPanel id={shown} />}
      <DataTable
        label={t('tab-jobs')}
        rows={jobs.items}
        rowKey={({ name }) => name}
        empty={<EmptyState heading={t('no-jobs')} />}
        columns={[
          {
            key: 'job',
            label: t('job'),
            cell: ({ title, name }) => (
              <>
                <b className="font-medium">{title}</b>
                <p className="mono text-ink-3 max-md:hidden">{name}</p>
              </>
            ),
          },
          {
            key: 'when',
            label: t('schedule'),
            desk: true,
            cell: ({ schedule }) => (schedule ? <span className="mono">{schedule}</span> : '–'),
          },
          {
            key: 'next',
            label: t('next-run'),
            desk: true,
            cell: ({ nextAt }) => (nextAt ? <Time at={nextAt} /> : '–'),
          },
          {
            key: 'last',
            label: t('last-run'),
            cell: ({ lastRun }) =>
              lastRun ? (
                <button
                  type="button"
                  className="flex flex-wrap items-center gap-x-1.5 gap-y-1"
                  onClick={() => show(lastRun.id)}
                >
                  <RunTag run={lastRun} />
                  <Time at={lastRun.createdAt} className="text-ink-3" />
                </button>
              ) : (
                '–'
              ),
          },
          {
            key: 'act',
            label: '',
            right: true,
            cell: (job) => (
              <Button size="sm" busy={busy === job.name} onClick={() => void start(job)}>
                <Play />
                {t('run-now')}
              </Button>
            ),
          },
        ]}
      />
    </ConsolePage>
  )
}
