import { Check } from 'lucide-react'
import { Avatar } from '../../ui/avatar.tsx'
import { KindChip, KindIcon } from '../../ui/kind-chip.tsx'
import { Link } from '../../ui/link.tsx'
import { MemberName } from '../../ui/member-name.tsx'
import { Time } from '../../ui/time.tsx'
import { useLocale } from '../../words/words.tsx'
import { Highlighted } from './highlighted.tsx'
import type { Hit } from './queries.ts'
import { useWords } from './words.ts'

export function HitLine({ hit }: { hit: Hit }) {
  const t = useWords()
  const locale = useLocale()
  const kind = hit.variant ?? hit.kind
  return (
    <li className="flex gap-3.5 py-4.5">
      <KindIcon kind={kind} />
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-1.5">
          <KindChip kind={kind} bare />
          {(hit.status === 'RESOLVED' || hit.status === 'SOLVED') && (
            <span className="tag ok">
              <Check />
              {t('solved')}
            </span>
          )}
        </p>
        <h2 className="post-t mt-px text-16">
          <Link to={hit.link} data-row="" viewTransition>
            <Highlighted text={hit.title} ranges={hit.titleHighlights} />
          </Link>
        </h2>
        <p className="post-x clip2">
          <Highlighted text={hit.snippet} ranges={hit.highlights} />
        </p>
        <p className="meta mt-2">
          {hit.author && <Avatar of={hit.author} size={18} />}
          <MemberName of={hit.author} />
          {hit.category && (
            <>
              <span className="sep" />
              <span>{(locale === 'en' && hit.categoryEn) || hit.category}</span>
            </>
          )}
          <span className="sep" />
          <Time at={hit.createdAt} />
          {hit.counts.likes > 0 && (
            <>
              <span className="sep" />
              <span>{t('likes', { n: hit.counts.likes })}</span>
            </>
          )}
        </p>
      </div>
    </li>
  )
}
