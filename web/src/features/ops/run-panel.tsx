import { useQuery, useQueryClient } from '@tanstack/react-query'
import { RotateCcw, Square } from 'lucide-react'
import { useApi } from '../../app/means.ts'
import { askFirst } from '../../ui/ask-first.ts'
import { Button } from '../../ui/button.tsx'
import { Time } from '../../ui/time.tsx'
import { useAct } from '../../ui/use-act.ts'
import { runItemsQuery, runQuery } from './queries.ts'
import type { Run } from './types.ts'
import { useWords } from './words.ts'

const tones: Partial<Record<Run['state'], string>> = {
  COMPLETED: 'ok',
  FAILED: 'danger',
  RUNNING: 'info',
  STOPPED: 'warn',
}

export function RunTag({ run }: { run: Pick<Run, 'state'> }) {
  const t = useWords()
  return <span className={`tag ${tones[run.state] ?? ''}`}>{t(`run-${run.state}`)}</span>
}

/** One run: what it does, how far it is, what it left out. */
export function RunPanel({ id }: { id: string }) {
  const t = useWords()
  const api = useApi()
  const query = useQueryClient()
  const { busy, run: act } = useAct()
  const { data: run } = useQuery(runQuery(api, id))
  if (!run) return <div className="card mb-5 p-4" aria-busy="true" />
  const again = () => query.invalidateQueries({ queryKey: ['ops'] })
  const path = `/api/ops/jobs/runs/${id}` as const
  const goes = run.state === 'RUNNING' || run.state === 'READY'
  const halted = run.state === 'STOPPED' || run.state === 'FAILED'
  return (
    <section className="card mb-5 grid gap-3 p-4" aria-label={t('last-run')}>
      <div className="flex flex-wrap items-center gap-2">
        <b className="font-semibold">{run.job}</b>
        <RunTag run={run} />
        {run.startedAt && <Time at={run.startedAt} className="text-ink-3" />}
        <span className="ml-auto flex gap-2">
          {goes && (
            <Button
              size="sm"
              busy={busy === 'stop'}
              onClick={() => void act('stop', () => api.delete(path).then(again), t('job-stopped'))}
            >
              <Square />
              {t('stop')}
            </Button>
          )}
          {halted && (
            <Button
              size="sm"
              busy={busy === 'again'}
              onClick={() => void act('again', () => api.post(`${path}/restarts`).then(again), t('job-restarted'))}
            >
              <RotateCcw />
              {t('go-on')}
            </Button>
          )}
          {halted && (
            <Button
              size="sm"
              onClick={() =>
                askFirst({
                  title: t('abandon-title', { job: run.job }),
                  text: t('abandon-text'),
                  act: t('abandon'),
                  onConfirm: () => api.post(`${path}/abandonment`).then(again),
                })
              }
            >
              {t('abandon')}
            </Button>
          )}
        </span>
      </div>
      {run.error && <p className="note danger">{run.error}</p>}
      {run.steps.map((step) => (
        <div key={step.name} className="grid gap-1">
          <p className="flex justify-between text-13">
            <span>{step.name}</span>
            <span className="tabular-nums text-ink-3">
              {t('step-counts', { written: step.written, skipped: step.skipped, failed: step.failed })}
            </span>
          </p>
          {step.total !== null && (
            <progress className="progress" max={Math.max(step.total, 1)} value={step.read} aria-label={step.name} />
          )}
          {step.error && <p className="ferr">{step.error}</p>}
        </div>
      ))}
      {run.steps.some(({ failed, skipped }) => failed + skipped > 0) && <RunItems id={id} />}
    </section>
  )
}

/** What the run left out, and why. */
function RunItems({ id }: { id: string }) {
  const t = useWords()
  const { data } = useQuery(runItemsQuery(useApi(), id))
  if (!data) return null
  return (
    <details>
      <summary className="text-13 text-ink-2">{t('left-out')}</summary>
      <ul className="mt-2 grid gap-1 text-13">
        {data.items.map(({ step, key, reason }) => (
          <li key={`${step} ${key}`} className="flex flex-wrap gap-x-2">
            <span className="mono">{key}</span>
            <span className="text-ink-3">{reason}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
