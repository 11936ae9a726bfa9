import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import { useApi } from '../../app/means.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FollowButton } from '../../ui/follow-button.tsx'
import { Page } from '../../ui/page.tsx'
import { PopularTags } from './popular-tags.tsx'
import { PostList } from './post-list.tsx'
import { tagPostsQuery } from './queries.ts'
import { useWords } from './words.ts'

export function Component() {
  const t = useWords()
  const { tag = '' } = useParams()
  const [search] = useSearchParams()
  const posts = useSuspenseInfiniteQuery(tagPostsQuery(useApi(), tag, search.get('after')))
  return (
    <Page
      title={`#${tag}`}
      crumbs={[{ label: t('tags'), to: '/tags' }, { label: `#${tag}` }]}
      flush
      aside={<PopularTags />}
    >
      <div className="bhead">
        <div className="page-head">
          <h1>#{tag}</h1>
          <FollowButton kind="tags" id={tag} />
        </div>
      </div>
      <PostList board list={posts} label={`#${tag}`} empty={<EmptyState heading={t('no-tagged')} />} />
    </Page>
  )
}
