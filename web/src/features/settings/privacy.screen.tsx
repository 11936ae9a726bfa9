import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { ApiError } from '../../api/problem.ts'
import { useApi } from '../../app/means.ts'
import { subjectKinds } from '../../app/subject-kinds.ts'
import { useFresh } from '../../ui/fresh.tsx'
import { Switch } from '../../ui/switch.tsx'
import { toast } from '../../ui/toast.tsx'
import { useLocale } from '../../words/words.tsx'
import { activitySettingsQuery, type Consent, consentsQuery } from './queries.ts'
import { SettingsPage } from './settings-page.tsx'
import { useWords } from './words.ts'

export function Component() {
  const t = useWords()
  return (
    <SettingsPage section="privacy" lead={t('privacy-lead')}>
      <HiddenKinds />
      <Consents />
    </SettingsPage>
  )
}

function HiddenKinds() {
  const t = useWords()
  const api = useApi()
  const query = useQueryClient()
  const locale = useLocale()
  const { data } = useSuspenseQuery(activitySettingsQuery(api))
  async function show(kind: string, shown: boolean) {
    const hiddenKinds = shown ? data.hiddenKinds.filter((one) => one !== kind) : [...data.hiddenKinds, kind]
    query.setQueryData(activitySettingsQuery(api).queryKey, await api.put('/api/me/activity-settings', { hiddenKinds }))
    toast(t('saved'))
  }
  return (
    <section aria-labelledby="activity">
      <h2 id="activity" className="mb-1">
        {t('shown-activity')}
      </h2>
      <p className="mb-3 text-13 text-ink-3">{t('shown-activity-text')}</p>
      <ul className="list">
        {subjectKinds()
          .filter(({ kind }) => ['post', 'answer', 'comment'].includes(kind))
          .map(({ kind, label }) => (
            <li key={kind} className="flex items-center justify-between py-3">
              {label[locale]}
              <Switch
                label={label[locale]}
                checked={!data.hiddenKinds.includes(kind)}
                onChange={(shown) => void show(kind, shown)}
              />
            </li>
          ))}
      </ul>
    </section>
  )
}

function Consents() {
  const t = useWords()
  const api = useApi()
  const query = useQueryClient()
  const { fresh, dialog } = useFresh()
  const { data } = useSuspenseQuery(consentsQuery(api))
  async function answer({ consent }: Consent, given: boolean) {
    try {
      const next = await fresh(() => api.put('/api/me/consents', { [consent]: given }))
      query.setQueryData(consentsQuery(api).queryKey, next)
      toast(t('saved'))
    } catch (error) {
      if (error instanceof ApiError && error.code !== 'identity-reauth-required')
        toast(error.problem.title, { tone: 'failed' })
    }
  }
  return (
    <section className="mt-9" aria-labelledby="consents">
      <h2 id="consents" className="mb-1">
        {t('consents')}
      </h2>
      <ul className="list">
        {data.items.map((item) => {
          const outdated = item.required && item.version !== item.currentVersion
          const label = t(`consent-${item.consent}`)
          return (
            <li key={item.consent} className="flex items-center justify-between gap-3 py-3">
              <span>
                {label} {item.required && <span className="text-ink-3">{t('required')}</span>}
                {outdated && <span className="tag warn ml-1">{t('changed')}</span>}
              </span>
              <Switch
                label={label}
                checked={item.given && !outdated}
                disabled={item.required && !outdated}
                onChange={(given) => void answer(item, given)}
              />
            </li>
          )
        })}
      </ul>
      {dialog}
    </section>
  )
}
