import { ArrowUp } from 'lucide-react'

/** New items wait here: nothing moves under the pointer until it is asked for. */
export function NewItems({ label, onShow }: { label: string; onShow: () => void }) {
  return (
    <p className="flex justify-center py-2" role="status">
      <button type="button" className="newpill" onClick={onShow}>
        <ArrowUp className="s14" />
        {label}
      </button>
    </p>
  )
}
