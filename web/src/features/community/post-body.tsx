import { FileDown } from 'lucide-react'
import { Link } from '../../ui/link.tsx'
import { Prose } from '../../ui/markdown/markdown.tsx'
import { Time } from '../../ui/time.tsx'
import { bytes } from '../../words/numbers.ts'
import type { ArchiveFields, Post } from './types.ts'
import { useWords } from './words.ts'

const archiveParts = ['error', 'environment', 'cause', 'fix'] as const

/** What was written: the text, what its kind adds, its files, and what the asker added later. */
export function PostBody({ post }: { post: Post }) {
  const t = useWords()
  const { state, archive, recruitment, attachments, notes, archiveOf, archivedAs } = post
  return (
    <>
      {state !== 'living' && <p className="note warn mt-4">{t(`state-${state}`)}</p>}
      {recruitment && <Recruitment recruitment={recruitment} />}
      <Prose html={post.html ?? ''} className="mt-5" />
      {archive && <Archive fields={archive} />}
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

function Archive({ fields }: { fields: ArchiveFields }) {
  const t = useWords()
  const filled = archiveParts.filter((part) => fields[part])
  if (filled.length === 0) return null
  return (
    <dl className="card mt-6 divide-y divide-line">
      {filled.map((part) => (
        <div
          key={part}
          className="grid grid-cols-[minmax(0,1fr)] gap-x-4 gap-y-1 px-4 py-3.5 md:grid-cols-[104px_minmax(0,1fr)]"
        >
          <dt className="text-13 leading-6 font-semibold text-ink-3">{t(`archive-${part}`)}</dt>
          <dd className="whitespace-pre-line text-15 wrap-anywhere">
            <Fenced text={fields[part] ?? ''} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Plain lines; what stands between fences is code. */
const Fenced = ({ text }: { text: string }) =>
  text.split(/(?<!\n)\n*```\w*\n([\s\S]*?)\n?```\n*/).map((part, n) =>
    n % 2 ? (
      <pre key={part} className="my-2 whitespace-pre-wrap">
        {part}
      </pre>
    ) : (
      part
    ),
  )

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
