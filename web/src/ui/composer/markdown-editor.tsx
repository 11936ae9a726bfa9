import {
  type ClipboardEvent,
  type DragEvent,
  type KeyboardEvent,
  type ReactNode,
  Suspense,
  useRef,
  useState,
} from 'react'
import { loadRenderer, Markdown } from '../markdown/markdown.tsx'
import { useWords } from '../words.ts'
import { type Command, editFor, type as typeInto } from './edit-markdown.ts'
import { Toolbar } from './toolbar.tsx'
import { UploadList } from './upload-list.tsx'
import { useUploads } from './use-uploads.ts'

type Props = {
  id: string
  name?: string
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  rows?: number
  maxLength?: number
  invalid?: boolean
  describedBy?: string
  /** ⌘↵ or Ctrl ↵. */
  onSend?: () => void
  onUploading?: (busy: boolean) => void
  onFocus?: () => void
  /** Right of the tabs: when the draft was saved. */
  status?: ReactNode
  /** Right of the toolbar: the send button. */
  actions?: ReactNode
}

const commandOfKey: Record<string, Command> = { b: 'bold', i: 'italic', e: 'code', k: 'link' }
// Safari says keyCode 229 where others say isComposing: the Enter that ends a syllable sends nothing.
const isComposing = ({ nativeEvent }: KeyboardEvent) => nativeEvent.isComposing || nativeEvent.keyCode === 229

/** Markdown with a toolbar, a preview by the same renderer, and pictures by paste, drop or choice. */
export function MarkdownEditor(props: Props) {
  const { id, name, label, value, onChange, placeholder, rows = 3, maxLength, status, actions, onSend } = props
  const t = useWords()
  const area = useRef<HTMLTextAreaElement>(null)
  const [preview, setPreview] = useState(false)
  const { uploads, add, busy } = useUploads(area)

  const run = (command: Command) => {
    if (!area.current) return
    const { value: text, selectionStart: start, selectionEnd: end } = area.current
    typeInto(area.current, editFor(command, { text, start, end }, t(`format-${command}`)))
  }
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (isComposing(event) || !(event.metaKey || event.ctrlKey) || event.altKey) return
    const command = commandOfKey[event.key.toLowerCase()]
    if (command) run(command)
    else if (event.key === 'Enter' && onSend && !busy) onSend()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  function onFiles(event: ClipboardEvent | DragEvent, files: FileList | undefined) {
    if (!files || files.length === 0) return
    event.preventDefault()
    add([...files])
  }

  return (
    <div className="composer">
      <div className="flex items-center justify-between gap-2 px-3 pt-2">
        <fieldset className="seg" aria-label={t('view')}>
          <button type="button" aria-pressed={!preview} onClick={() => setPreview(false)}>
            {t('view-write')}
          </button>
          <button
            type="button"
            aria-pressed={preview}
            onPointerEnter={() => void loadRenderer()}
            onClick={() => setPreview(true)}
          >
            {t('view-preview')}
          </button>
        </fieldset>
        <span className="text-12 text-ink-3">{status}</span>
      </div>
      <textarea
        ref={area}
        id={id}
        name={name}
        hidden={preview}
        rows={rows}
        value={value}
        maxLength={maxLength}
        placeholder={placeholder}
        aria-label={label}
        aria-invalid={props.invalid || undefined}
        aria-describedby={props.describedBy}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onFocus={props.onFocus}
        onPaste={(event) => onFiles(event, event.clipboardData.files)}
        onDrop={(event) => onFiles(event, event.dataTransfer.files)}
      />
      {preview && (
        <div className="min-h-24 px-3.5 py-3">
          <Suspense fallback={<span className="sk block w-1/2" />}>
            {value.trim() === '' ? (
              <p className="text-ink-3">{t('preview-empty')}</p>
            ) : (
              <Markdown source={value} small />
            )}
          </Suspense>
        </div>
      )}
      <UploadList uploads={uploads} />
      <div className="composer-bar">
        <Toolbar onCommand={run} onFiles={add} disabled={preview} />
        <span className="ml-auto flex items-center gap-2">{actions}</span>
      </div>
    </div>
  )
}
