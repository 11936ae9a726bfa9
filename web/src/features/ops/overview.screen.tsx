import { useSuspenseQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useApi } from '../../app/means.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Link } from '../../ui/link.tsx'
import { Time } from '../../ui/time.tsx'
import { bytes, count } from '../../words/numbers.ts'
import { useLocale } from '../../words/words.tsx'
import { ConsolePage } from './console-page.tsx'
import { healthQuery } from './queries.ts'
import { useWords } from './words.ts'

const lateAfterS = 30

export function Component() {
  const t = useWords()
  const locale = useLocale()
  const { data: health } = useSuspenseQuery(healthQuery(useApi()))
  const { database, storage, events, cache, warnings } = health
  const lag = Math.max(0, ...events.lags.map(({ seconds }) => seconds))
  const asked = cache.hits + cache.misses
  return (
    <ConsolePage
      tab="overview"
      lead={
        <>
          <span className={health.status === 'ok' ? 'dot ok' : 'dot warn'} />{' '}
          {health.status === 'ok' ? t('all-well') : t('not-well')} · {health.version} · {t('running-since')}{' '}
          <Time at={health.startedAt} />
        </>
      }
    >
      {warnings.map((warning) => (
        <p key={warning} className="note warn mb-3">
          <TriangleAlert />
          <span>{warning}</span>
        </p>
      ))}
      <div className="tiles">
        <Tile name={t('event-lag')} warn={lag > lateAfterS} value={lag.toFixed(1)} unit={t('seconds')}>
          {t('events-head', { n: events.head })}
        </Tile>
        <Tile name={t('dead-letters')} warn={events.deadLetters > 0} value={count(events.deadLetters, locale)} unit="">
          {events.deadLetters > 0 ? (
            <Link className="link" to="/console/dead-letters">
              {t('look')}
            </Link>
          ) : (
            t('none')
          )}
        </Tile>
        <Tile name={t('database')} value={bytes(database.sizeBytes)} unit="">
          PostgreSQL {database.version} · {t('connections', { n: database.connections })}
        </Tile>
        <Tile
          name={t('storage')}
          warn={storage.freeBytes < storage.totalBytes * 0.05}
          value={bytes(storage.freeBytes)}
          unit={t('free')}
        >
          {t('of-total', { size: storage.totalBytes })}
        </Tile>
        <Tile name={t('memory')} value={bytes(health.memoryBytes)} unit="">
          Node {health.node}
        </Tile>
        <Tile name={t('cache')} value={asked === 0 ? '–' : `${Math.round((cache.hits / asked) * 100)}`} unit="%">
          {t('hits', { n: cache.hits })}
        </Tile>
        <Tile
          name={t('audit-chain')}
          warn={!health.auditIntact}
          value={health.auditIntact ? t('intact') : t('broken')}
          unit=""
        >
          <Link className="link" to="/console/audit">
            {t('look')}
          </Link>
        </Tile>
      </div>
      <h2 className="mb-3 mt-7">{t('subscriptions')}</h2>
      <DataTable
        label={t('subscriptions')}
        rows={events.lags}
        rowKey={({ subscription }) => subscription}
        empty={<p className="text-ink-3">{t('none')}</p>}
        columns={[
          {
            key: 'name',
            label: t('subscription'),
            cell: ({ subscription }) => <b className="font-medium">{subscription}</b>,
          },
          {
            key: 'lag',
            label: t('lag'),
            right: true,
            cell: ({ seconds }) => t('seconds-n', { n: seconds.toFixed(1) }),
          },
          {
            key: 'state',
            label: t('state'),
            cell: ({ seconds }) => (
              <span className="flex items-center gap-1.5">
                <span className={seconds > lateAfterS ? 'dot warn' : 'dot ok'} />
                {seconds > lateAfterS ? t('late') : t('well')}
              </span>
            ),
          },
        ]}
      />
    </ConsolePage>
  )
}

type TileProps = { name: string; value: string; unit: string; warn?: boolean; children: ReactNode }

function Tile({ name, value, unit, warn, children }: TileProps) {
  const t = useWords()
  return (
    <article className={warn ? 'tile warn' : 'tile'}>
      <div className="flex items-center justify-between">
        <h2 className="tn">{name}</h2>
        <span className={`flex items-center gap-1 text-12 font-semibold ${warn ? 'text-warn' : 'text-ok'}`}>
          <span className={warn ? 'dot warn' : 'dot ok'} />
          {warn ? t('look-here') : t('well')}
        </span>
      </div>
      <p className="tv">
        {value}
        {unit && <small>{unit}</small>}
      </p>
      <p className="text-12 text-ink-3">{children}</p>
    </article>
  )
}
