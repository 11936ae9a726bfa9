import './key-help.css'
import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { Fragment } from 'react'
import { Link } from '../../../ui/link.tsx'
import { useLocale } from '../../../words/words.tsx'
import { keysAreOn } from '../../appearance.ts'
import { usePlaces } from '../../places.ts'
import { useMe } from '../../session.ts'
import { useWords } from '../words.ts'
import { acts, ownPages, places } from './key-map.ts'

type Props = { opener: Element | null; onClose: () => void }
type Line = { keys: string[]; label: string }

/** Every key and what it does here: places that are off are not named. */
export function KeyHelp({ opener, onClose }: Props) {
  const t = useWords()
  const locale = useLocale()
  const me = useMe()
  const mod = /Mac|iP/.test(navigator.platform) ? '⌘' : 'Ctrl'
  const open = new Map(usePlaces().map(({ path, label }) => [path, label[locale]]))
  const going: Line[] = Object.entries(places).flatMap(([letter, path]) => {
    const label = open.get(path)
    return label === undefined ? [] : [{ keys: ['g', letter], label }]
  })
  const own: Line[] = Object.entries(ownPages).flatMap(([letter, path]) =>
    me || path === '/search' ? [{ keys: ['g', letter], label: t(`go-${letter}` as 'go-s') }] : [],
  )
  const doing: Line[] = acts.map((act) => ({ keys: [act], label: t(act === '?' ? 'key-help' : `key-${act}`) }))
  const anywhere: Line[] = [
    { keys: ['/'], label: t('key-search') },
    { keys: [mod, 'K'], label: t('key-search') },
    { keys: [mod, '↵'], label: t('key-send') },
    { keys: ['Esc'], label: t('key-close') },
  ]
  const part = (heading: string, lines: Line[]) => (
    <section>
      <h3>{heading}</h3>
      <dl>
        {lines.map(({ keys, label }) => (
          <Fragment key={keys.join(' ')}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{label}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  )
  return (
    <Dialog.Root open onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog keyhelp" finalFocus={() => opener instanceof HTMLElement && opener}>
          <div className="flex items-center justify-between gap-3">
            <Dialog.Title className="text-18 font-semibold">{t('keys')}</Dialog.Title>
            <Dialog.Close className="ibtn" aria-label={t('close')}>
              <X />
            </Dialog.Close>
          </div>
          <Dialog.Description className="text-13 text-ink-3">
            {keysAreOn() ? t('keys-lead') : t('keys-off')}{' '}
            <Link className="link" to="/settings/appearance" onClick={onClose}>
              {t('keys-change')}
            </Link>
          </Dialog.Description>
          <div className="keyhelp-cols">
            {part(t('keys-doing'), doing)}
            <div>
              {part(t('keys-going'), [...going, ...own])}
              {part(t('keys-anywhere'), anywhere)}
            </div>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
