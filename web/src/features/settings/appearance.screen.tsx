import { useEffect, useState } from 'react'
import { chooseKeys, chooseLocale, chooseTheme, chosenTheme, keysAreOn } from '../../app/appearance.ts'
import type { Theme } from '../../app/document.tsx'
import { Select } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Switch } from '../../ui/switch.tsx'
import { type Locale, useLocale } from '../../words/words.tsx'
import { SettingsPage } from './settings-page.tsx'
import { useWords } from './words.ts'

type Choice = Theme | 'system'

export function Component() {
  const t = useWords()
  const locale = useLocale()
  const [theme, setTheme] = useState<Choice>('system')
  const [keys, setKeys] = useState(true)
  useEffect(() => {
    setTheme(chosenTheme() ?? 'system')
    setKeys(keysAreOn())
  }, [])

  function choose(next: Choice) {
    setTheme(next)
    chooseTheme(next === 'system' ? null : next)
  }

  function switchKeys(on: boolean) {
    setKeys(on)
    chooseKeys(on)
  }

  return (
    <SettingsPage section="appearance" lead={t('appearance-lead')}>
      <div className="grid gap-6">
        <div className="field">
          <span className="flabel">{t('theme')}</span>
          <div>
            <Segmented
              label={t('theme')}
              value={theme}
              onChange={choose}
              options={[
                { value: 'light', label: t('light') },
                { value: 'dark', label: t('dark') },
                { value: 'system', label: t('system') },
              ]}
            />
          </div>
        </div>
        <div className="max-w-60">
          <Select
            name="locale"
            label={t('language')}
            value={locale}
            onChange={(next) => chooseLocale(next as Locale)}
            options={[
              { value: 'ko', label: '한국어' },
              { value: 'en', label: 'English' },
            ]}
          />
        </div>
        <div className="field">
          <div className="flex items-center justify-between gap-3">
            <span className="flabel">{t('keys')}</span>
            <Switch label={t('keys')} checked={keys} onChange={switchKeys} />
          </div>
          <p className="fhint">{t('keys-hint')}</p>
        </div>
      </div>
    </SettingsPage>
  )
}
