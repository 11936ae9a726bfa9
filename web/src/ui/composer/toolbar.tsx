import { Bold, Code, Image, Italic, Link, List, ListOrdered, type LucideIcon, Quote } from 'lucide-react'
import { useWords } from '../words.ts'
import type { Command } from './edit-markdown.ts'

const buttons: readonly { command: Command; icon: LucideIcon; keys?: string; desk?: true }[] = [
  { command: 'bold', icon: Bold, keys: 'B' },
  { command: 'italic', icon: Italic, keys: 'I' },
  { command: 'code', icon: Code, keys: 'E' },
  { command: 'link', icon: Link, keys: 'K' },
  { command: 'quote', icon: Quote, desk: true },
  { command: 'list', icon: List, desk: true },
  { command: 'numbers', icon: ListOrdered, desk: true },
]

type Props = {
  onCommand: (command: Command) => void
  onFiles?: ((files: File[]) => void) | undefined
  disabled: boolean
}

export function Toolbar({ onCommand, onFiles, disabled }: Props) {
  const t = useWords()
  return (
    <div className="flex items-center" role="toolbar" aria-label={t('format')}>
      {buttons.map(({ command, icon: Icon, keys, desk }) => (
        <button
          key={command}
          type="button"
          className={desk ? 'ibtn sm max-md:hidden' : 'ibtn sm'}
          disabled={disabled}
          aria-label={t(`format-${command}`)}
          title={keys ? `${t(`format-${command}`)} (Ctrl ${keys})` : t(`format-${command}`)}
          onClick={() => onCommand(command)}
        >
          <Icon />
        </button>
      ))}
      {onFiles && (
        <label className="ibtn sm" title={t('format-image')}>
          <Image />
          <input
            type="file"
            accept="image/*"
            multiple
            className="sr"
            aria-label={t('format-image')}
            disabled={disabled}
            onChange={(event) => {
              onFiles([...(event.currentTarget.files ?? [])])
              event.currentTarget.value = ''
            }}
          />
        </label>
      )}
    </div>
  )
}
