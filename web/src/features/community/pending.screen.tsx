import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useApi } from '../../app/means.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { MoreItems } from '../../ui/more-items.tsx'
import { Page } from '../../ui/page.tsx'
import { SubjectCard } from '../../ui/subject-card.tsx'
import { pendingQuery } from './queries.ts'
import { useWords } from './words.ts'

/** What moderators let be seen: opened, a post offers its approval. */
export function Component() {
  const t = useWords()
  const pending = useSuspenseInfiniteQuery(pendingQuery(useApi()))
  const posts = pending.data.pages.flatMap(({ items }) => items)
  return (
    <Page title={t('pending')} crumbs={[]} robots="noindex" flush>
      <div className="bhead">
        <div className="page-head">
          <div>
            <h1>{t('pending')}</h1>
            <p>{t('pending-lead')}</p>
          </div>
        </div>
      </div>
      {posts.length === 0 ? (
        <EmptyState heading={t('no-pending')} />
      ) : (
        posts.map((post) => <SubjectCard key={post.id} subject={post} />)
      )}
      <MoreItems
        hasMore={pending.hasNextPage}
        busy={pending.isFetchingNextPage}
        onMore={() => void pending.fetchNextPage()}
        pages={pending.data.pages.length}
        next={null}
      />
    </Page>
  )
}
