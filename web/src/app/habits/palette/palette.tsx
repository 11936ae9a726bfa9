import './palette.css'
import { Dialog } from '@base-ui/react/dialog'
import { Search, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { beginSearch } from '../../../features/search/begin-search.ts'
import { passOnTyping, typedEarly } from '../../early-box.ts'
import { useMeans } from '../../means.ts'
import { useWords } from '../words.ts'
import type { Command } from './commands.ts'
import { PaletteList } from './palette-list.tsx'
import { useGroups } from './use-groups.ts'

type Props = { opener: Element | null; onClose: () => void; showKeys: () => void }

// Safari says keyCode 229 where others say isComposing: the Enter that ends a syllable opens nothing.
const isComposing = ({ nativeEvent }: KeyboardEvent) => nativeEvent.isComposing || nativeEvent.keyCode === 229

/** One box for going, doing and finding. */
export function Palette({ opener, onClose, showKeys }: Props) {
  const t = useWords()
  const { api, query } = useMeans()
  const navigate = useNavigate()
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  /** Who goes elsewhere or is shown something else needs no way back to the opener. */
  const returns = useRef(true)
  const [typed, setTyped] = useState(typedEarly)
  useEffect(() => passOnTyping(setTyped), [])
  const [pointed, point] = useState<string | null>(null)

  function leave(then: () => unknown) {
    returns.current = false
    onClose()
    void then()
  }
  const searchAll = () =>
    leave(async () => {
      const words = typed.trim()
      if (words === '') return navigate('/search')
      await beginSearch(api, query, words)
      return navigate(`/search?q=${encodeURIComponent(words)}`)
    })
  const { busy, groups } = useGroups(typed, { showKeys: () => leave(showKeys), searchAll })
  const commands = groups.flatMap((group) => group.commands)
  // By name, not by place: answers that come later do not move the choice.
  const at = Math.max(
    commands.findIndex(({ id }) => id === pointed),
    0,
  )
  const chosen = commands[at]
  const step = (by: number) => point(commands.at((at + by) % commands.length)?.id ?? null)

  function run({ to, act }: Command) {
    if (to !== undefined) leave(() => navigate(to))
    else if (act) {
      onClose()
      void act()
    }
  }
  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event)) return
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) searchAll()
    else if (event.key === 'Enter' && chosen) run(chosen)
    else if (event.key === 'ArrowDown') step(1)
    else if (event.key === 'ArrowUp') step(-1)
    else return
    event.preventDefault()
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup
          className="palette"
          aria-label={t('palette')}
          initialFocus={input}
          finalFocus={() => returns.current && opener instanceof HTMLElement && opener}
        >
          <div className="palette-in">
            <Search className="s20" />
            <input
              ref={input}
              role="combobox"
              aria-label={t('palette-input')}
              aria-expanded={commands.length > 0}
              aria-controls={listId}
              aria-autocomplete="list"
              aria-activedescendant={chosen && `${listId}-${at}`}
              placeholder={t('palette-placeholder')}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              enterKeyHint="go"
              maxLength={100}
              value={typed}
              onChange={(event) => {
                setTyped(event.currentTarget.value)
                point(null)
              }}
              onKeyDown={onKeyDown}
            />
            <kbd className="max-md:hidden">{'Esc'}</kbd>
            <Dialog.Close className="ibtn md:hidden" aria-label={t('close')}>
              <X />
            </Dialog.Close>
          </div>
          <PaletteList
            id={listId}
            label={t('results')}
            groups={groups}
            chosen={chosen}
            busy={busy}
            onPoint={({ id }) => point(id)}
            onRun={run}
          />
          <p className="sr" role="status">
            {busy ? t('searching') : t('choices', { n: commands.length })}
          </p>
          <footer className="max-md:hidden">
            <span>
              <kbd>↑</kbd> <kbd>↓</kbd> {t('hint-choose')}
            </span>
            <span>
              <kbd>↵</kbd> {t('hint-open')}
            </span>
            <span>
              <kbd>{/Mac|iP/.test(navigator.platform) ? '⌘' : 'Ctrl'} ↵</kbd> {t('hint-search')}
            </span>
          </footer>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
