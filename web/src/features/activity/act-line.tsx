import { KindChip, KindIcon } from '../../ui/kind-chip.tsx'
import { Link } from '../../ui/link.tsx'
import { Time } from '../../ui/time.tsx'
import type { Act } from './queries.ts'
import { useWords } from './words.ts'

export function ActLine({ act: { verb, at, subject } }: { act: Act }) {
  const t = useWords()
  const kind = subject.variant ?? subject.kind
  // What has no title of its own is called by its first words: those are not said twice.
  const own = subject.title.replace(/…$/, '').trimEnd()
  const untitled = own === '' || subject.excerpt.startsWith(own)
  const heading = untitled ? (subject.container?.title ?? subject.title) : subject.title
  return (
    <li className="flex items-start gap-3 py-3.5">
      <KindIcon kind={kind} />
      <div className="min-w-0 max-w-[704px] flex-1">
        <p className="meta">
          <KindChip kind={kind} bare />
          <span className={verb === 'was-accepted' ? 'tag ok' : undefined}>
            {t(`verb-${verb}` as 'verb-published')}
          </span>
          <span className="sep" />
          <Time at={at} />
        </p>
        <Link className="text-15 font-semibold hover:text-brand-ink" to={subject.link}>
          {heading}
        </Link>
        {subject.excerpt && heading !== subject.excerpt && <p className="clip2 mt-0.5 text-ink-2">{subject.excerpt}</p>}
      </div>
    </li>
  )
}
