import { Prose } from '../../ui/markdown/markdown.tsx'
import type { Post } from './types.ts'
import { useWords } from './words.ts'

/** What somebody else saved meanwhile: the next save replaces it. */
export function Overtaken({ post }: { post: Post }) {
  const t = useWords()
  return (
    <section className="card sunken p-4" aria-label={t('saved-meanwhile')}>
      <p className="text-13 text-ink-2">
        <b>{t('saved-meanwhile')}</b> {t('saved-meanwhile-text')}
      </p>
      <p className="mt-3 font-semibold">{post.title}</p>
      <Prose html={post.html ?? ''} small className="mt-1 max-h-80 overflow-y-auto" />
    </section>
  )
}
