import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../app/means.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Link } from '../../ui/link.tsx'
import { MemberName } from '../../ui/member-name.tsx'
import { relatedQuery } from './queries.ts'
import type { Post } from './types.ts'
import { useWords } from './words.ts'

export function PostAside({ post }: { post: Post }) {
  const t = useWords()
  return (
    <>
      {post.author && (
        <section>
          <h2>{t('author')}</h2>
          <p className="flex items-center gap-2">
            <Avatar of={post.author} size={32} />
            <MemberName of={post.author} />
          </p>
        </section>
      )}
      <Related id={post.id} heading={post.kind === 'question' ? t('similar-posts') : t('related-posts')} />
    </>
  )
}

function Related({ id, heading }: { id: string; heading: string }) {
  const { data } = useQuery(relatedQuery(useApi(), id))
  if (!data || data.items.length === 0) return null
  // A question, its answers and its record share a title: the closest of them stands for all.
  const different = [...new Map(data.items.toReversed().map((item) => [item.title, item])).values()].toReversed()
  return (
    <section>
      <h2>{heading}</h2>
      <ul className="aside-links grid gap-2">
        {different.map((item) => (
          <li key={item.id}>
            <Link to={item.link}>{item.title}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
