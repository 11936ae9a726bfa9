import { Prose } from '../../ui/markdown/markdown.tsx'
import { archiveParts } from './drawn-archive.ts'
import type { DrawnArchive } from './types.ts'
import { useWords } from './words.ts'

/** What an archive entry says beyond its text, part by part. */
export function ArchiveSheet({ html }: { html: DrawnArchive }) {
  const t = useWords()
  const filled = archiveParts.filter((part) => html[part])
  if (filled.length === 0) return null
  return (
    <dl className="card mt-6 divide-y divide-line">
      {filled.map((part) => (
        <div
          key={part}
          className="grid grid-cols-[minmax(0,1fr)] gap-x-4 gap-y-1 px-4 py-3.5 md:grid-cols-[104px_minmax(0,1fr)]"
        >
          <dt className="text-13 leading-6 font-semibold text-ink-3">{t(`archive-${part}`)}</dt>
          <dd className="min-w-0">
            <Prose html={html[part] ?? ''} small />
          </dd>
        </div>
      ))}
    </dl>
  )
}
