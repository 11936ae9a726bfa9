import { CircleAlert, CircleCheck } from 'lucide-react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useWords } from './words.ts'

type Toast = { id: number; text: string; tone: 'done' | 'failed'; undo?: () => void }

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function change(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}
const close = (id: number) => change(toasts.filter((toast) => toast.id !== id))

/** Says what was done. With `undo` it stays 7 s, while nobody points at it, and offers to take the act back. */
export function toast(text: string, options: { tone?: Toast['tone']; undo?: () => void } = {}): void {
  const { tone = 'done', undo } = options
  change([...toasts.slice(-2), { id: ++lastId, text, tone, ...(undo ? { undo } : {}) }])
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const none: readonly Toast[] = []

export function Toasts() {
  const shown = useSyncExternalStore(
    subscribe,
    () => toasts,
    () => none,
  )
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map((one) => (
        <ToastLine key={one.id} toast={one} />
      ))}
    </div>
  )
}

function ToastLine({ toast: { id, text, tone, undo } }: { toast: Toast }) {
  const t = useWords()
  const [held, hold] = useState(false)
  const left = useRef(undo ? 7000 : 4000)
  useEffect(() => {
    if (held) return
    const since = Date.now()
    const timer = setTimeout(() => close(id), left.current)
    return () => {
      clearTimeout(timer)
      left.current -= Date.now() - since
    }
  }, [held, id])
  const release = () => hold(false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only waits while somebody points at it
    <div
      className="toast"
      onPointerEnter={() => hold(true)}
      onPointerLeave={release}
      onFocus={() => hold(true)}
      onBlur={release}
    >
      {tone === 'done' ? <CircleCheck /> : <CircleAlert />}
      <span>{text}</span>
      {undo && (
        <button
          type="button"
          onClick={() => {
            close(id)
            undo()
          }}
        >
          {t('undo')}
        </button>
      )}
    </div>
  )
}
