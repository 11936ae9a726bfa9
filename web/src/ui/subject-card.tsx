import { Check } from 'lucide-react'
import type { SubjectCard as Card } from '../api/wire.ts'
import { Avatar } from './avatar.tsx'
import { KindChip } from './kind-chip.tsx'
import { Link } from './link.tsx'
import { MemberName } from './member-name.tsx'
import { Responses } from './responses.tsx'
import { Time } from './time.tsx'
import { useWords } from './words.ts'

/** A subject of any kind as a feed shows it: who, what kind, when; its title and first words; what one may do. */
export function SubjectCard({ subject }: { subject: Card }) {
  const t = useWords()
  const { id, kind, variant, title, excerpt, link, author, container, status, tags, createdAt, comments } = subject
  const solved = status === 'RESOLVED' || status === 'SOLVED'
  const reply = container?.title === title
  const answers = Number(subject.details['answers'] ?? 0)
  const talk =
    variant === 'question'
      ? { to: `${link}#answers`, name: t('answers'), label: String(answers) }
      : { to: `${link}#comments`, name: t('comments'), label: String(comments) }
  return (
    <article className="post">
      <Avatar of={author ?? { id }} size={36} />
      <div className="min-w-0">
        <div className="post-h">
          <MemberName of={author} />
          <KindChip kind={variant ?? kind} place={reply ? null : container} />
          <span>·</span>
          <Time at={createdAt} />
          {solved && (
            <span className="tag ok ml-auto">
              <Check />
              {t('solved')}
            </span>
          )}
        </div>
        <h2 className={reply ? 'post-t re' : 'post-t'}>
          <Link to={link} data-row="" viewTransition>
            {title}
          </Link>
        </h2>
        {excerpt && <p className="post-x clip2">{excerpt}</p>}
        {tags.length > 0 && (
          <p className="mt-2 flex flex-wrap gap-1">
            {tags.map((tag) => (
              <Link key={tag} className="tag" to={`/tags/${encodeURIComponent(tag)}`}>
                {`#${tag}`}
              </Link>
            ))}
          </p>
        )}
        <Responses subject={subject} talk={talk} />
      </div>
    </article>
  )
}
