import { Button } from '../button.tsx'
import { toast } from '../toast.tsx'
import { useWords } from '../words.ts'

/** An edit goes on from its draft. `startOver` throws that away, and answers the way back. */
export function Resumed({ startOver }: { startOver: () => () => void }) {
  const t = useWords()
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-13 text-ink-2">
      {t('draft-resumed')}
      <Button
        size="sm"
        look="ghost"
        onClick={() => {
          const undo = startOver()
          toast(t('draft-dropped'), { undo })
        }}
      >
        {t('draft-start-over')}
      </Button>
    </p>
  )
}
