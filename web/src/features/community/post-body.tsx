import { FileDown } from 'lucide-react'
import { Link } from '../../ui/link.tsx'
import { Prose } from '../../ui/markdown/markdown.tsx'
import { Time } from '../../ui/time.tsx'
import { bytes } from '../../words/numbers.ts'
import { ArchiveSheet } from './archive-sheet.tsx'
import type { Post } from './types.ts'
import { useWords } from './words.ts'

/** What was written: the text, what its kind adds, its files, and what the asker added later. */
export function PostBody({ post }: { post: Post }) {
  const t = useWords()
  const { state, archiveHtml, recruitment, attachments, notes, archiveOf, archivedAs } = post
  return (
    <>
      {state !== 'living' && <p className="note warn mt-4">{t(`state-${state}`)}</p>}
      {recruitment && <Recruitment recruitment={recruitment} />}
      <Prose html={post.html ?? ''} className="mt-5" />
      <ArchiveSheet html={archiveHtml} />
      {attachments.length > 0 && (
        <ul className="mt-5 grid gap-1.5" aria-label={t('attachments')}>
          {attachments.map(({ id, name, url, sizeBytes }) => (
            <li key={id}>
              <a className="btn sm" href={url} download={name}>
                <FileDown />
                <span className="clip">{name}</span> <span className="text-ink-3">{bytes(sizeBytes)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {notes.map(({ body, at }) => (
        <section key={at} className="note mt-4">
          <div>
            <p className="text-12 text-ink-3">
              {t('note')} · <Time at={at} />
            </p>
            <p className="whitespace-pre-line">{body}</p>
          </div>
        </section>
      ))}
      {[archiveOf, archivedAs].map(
        (linked) =>
          linked && (
            <p key={linked.id} className="note brand mt-4">
              <span>
                {linked === archiveOf ? t('archive-of') : t('archived-as')}{' '}
                <Link className="link" to={linked.link}>
                  {linked.title}
                </Link>
              </span>
            </p>
          ),
      )}
    </>
  )
}

function Recruitment({ recruitment: { capacity, deadline } }: { recruitment: NonNullable<Post['recruitment']> }) {
  const t = useWords()
  if (!capacity && !deadline) return null
  return (
    <p className="note info mt-4">
      <span className="flex flex-wrap gap-x-4">
        {capacity && <span>{t('capacity', { n: capacity })}</span>}
        {deadline && (
          <span>
            {t('deadline')} <Time at={deadline} />
          </span>
        )}
      </span>
    </p>
  )
}
