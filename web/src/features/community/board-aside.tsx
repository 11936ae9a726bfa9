import { FollowButton } from '../../ui/follow-button.tsx'
import { PopularTags } from './popular-tags.tsx'
import type { Board } from './types.ts'
import { useWords } from './words.ts'

export function BoardAside({ board }: { board: Board }) {
  const t = useWords()
  const { slowModeS, approval } = board.settings
  return (
    <>
      <FollowButton block kind="boards" id={board.id} />
      <PopularTags />
      <section>
        <h2>{t('good-to-know')}</h2>
        <ul className="grid gap-1.5 text-ink-2">
          <li>{t('rule-kind')}</li>
          {slowModeS > 0 && <li>{t('rule-slow', { seconds: slowModeS })}</li>}
          {approval !== 'off' && <li>{t('rule-approval')}</li>}
        </ul>
      </section>
    </>
  )
}
