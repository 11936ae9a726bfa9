import { Check } from '../../ui/field.tsx'
import type { Values } from '../../ui/form.tsx'
import { useLocale } from '../../words/words.tsx'
import type { Term } from './queries.ts'
import { useWords } from './words.ts'

const nameOf = (consent: string) => `consents.${consent}`

/** What the API wants of the ticked boxes: the version agreed to, or nothing. */
export const consentsOf = (terms: readonly Term[], values: Values): Record<string, number> =>
  Object.fromEntries(
    terms.filter(({ consent }) => values[nameOf(consent)]).map(({ consent, version }) => [consent, version]),
  )

/** A box for each consent, its text to unfold. */
export function ConsentFields({ terms }: { terms: readonly Term[] }) {
  const t = useWords()
  const locale = useLocale()
  return terms.map(({ consent, text, required }) => (
    <div key={consent} className="flex min-h-6.5 flex-wrap items-start justify-between gap-x-3">
      <Check
        name={nameOf(consent)}
        label={
          <>
            {t(`consent-${consent}`)}{' '}
            <span className="text-ink-3">{required ? t('consent-required') : t('consent-optional')}</span>
          </>
        }
      />
      <details className="text-12 text-ink-3 open:basis-full">
        <summary className="min-h-6 cursor-pointer">{t('read-text')}</summary>
        <p className="mt-1 mb-2 max-h-48 overflow-y-auto whitespace-pre-line rounded-md bg-sunken p-3">
          {text[locale]}
        </p>
      </details>
    </div>
  ))
}
