import { useQueryClient, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { RotateCcw } from 'lucide-react'
import { useApi } from '../../app/means.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { MoreItems } from '../../ui/more-items.tsx'
import { Time } from '../../ui/time.tsx'
import { toast } from '../../ui/toast.tsx'
import { useAct } from '../../ui/use-act.ts'
import { ConsolePage } from './console-page.tsx'
import { mailsQuery } from './queries.ts'
import type { Mail } from './types.ts'
import { useWords } from './words.ts'

const tones: Record<Mail['state'], string> = { pending: 'info', sent: 'ok', failed: 'danger', expired: '' }

export function Component() {
  const t = useWords()
  const api = useApi()
  const query = useQueryClient()
  const { busy, run } = useAct()
  const mails = useSuspenseInfiniteQuery(mailsQuery(api))
  const rows = mails.data.pages.flatMap(({ items }) => items)
  const again = () => query.invalidateQueries({ queryKey: ['ops', 'mails'] })
  return (
    <ConsolePage tab="mail" lead={t('mail-lead')}>
      <details className="card mb-5 p-4">
        <summary className="cursor-pointer font-semibold">{t('mail-test')}</summary>
        <Form
          className="mt-3 grid max-w-md gap-3"
          submit={t('send')}
          onSubmit={async ({ to }) => {
            await api.post('/api/ops/mail-tests', { to })
            await again()
            toast(t('mail-test-sent'))
          }}
        >
          <Field name="to" type="email" label={t('mail-to')} required />
        </Form>
      </details>
      <DataTable
        label={t('tab-mail')}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState heading={t('no-mail')} />}
        columns={[
          {
            key: 'mail',
            label: t('mail'),
            cell: ({ subject, to, text, createdAt }) => (
              <details>
                <summary className="cursor-pointer">
                  <b className="font-medium">{subject}</b>
                  <span className="block text-12 text-ink-3">
                    {to} <Time at={createdAt} className="md:hidden" />
                  </span>
                </summary>
                <Letter text={text} />
              </details>
            ),
          },
          {
            key: 'state',
            label: t('state'),
            cell: ({ state, error }) => (
              <>
                <span className={`tag ${tones[state]}`}>{t(`mail-${state}`)}</span>
                {error && <p className="text-12 text-danger">{error}</p>}
              </>
            ),
          },
          { key: 'at', label: t('written-at'), desk: true, cell: ({ createdAt }) => <Time at={createdAt} /> },
          {
            key: 'act',
            label: '',
            right: true,
            cell: ({ id, state }) =>
              state === 'failed' && (
                <Button
                  size="sm"
                  busy={busy === id}
                  onClick={() =>
                    void run(id, () => api.post(`/api/ops/mails/${id}/deliveries`).then(again), t('mail-again'))
                  }
                >
                  <RotateCcw />
                  {t('send-again')}
                </Button>
              ),
          },
        ]}
      />
      <MoreItems
        hasMore={mails.hasNextPage}
        busy={mails.isFetchingNextPage}
        onMore={() => void mails.fetchNextPage()}
        pages={mails.data.pages.length}
        next={null}
      />
    </ConsolePage>
  )
}

/** A letter's text with its addresses as links: the operator follows them where no mail server is set up. */
function Letter({ text }: { text: string }) {
  const t = useWords()
  if (text === '') return <p className="mt-2 text-13 text-ink-3">{t('mail-gone')}</p>
  return (
    <p className="mt-2 max-w-xl whitespace-pre-line rounded-md bg-sunken p-3 text-13">
      {text.split(/(https?:\/\/\S+)/).map((part, n) =>
        n % 2 === 1 ? (
          <a key={part} className="link" href={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  )
}
