import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Page } from '../../api/wire.ts'
import { MoreItems } from '../../ui/more-items.tsx'
import { PostRow } from './post-row.tsx'
import { RowSigns } from './row-signs.tsx'
import type { PostItem } from './types.ts'

type Props = {
  list: Pick<
    UseInfiniteQueryResult<InfiniteData<Page<PostItem>>>,
    'data' | 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'
  >
  /** Outside of a board: says which one each post is on, once they differ. */
  board?: boolean
  label: string
  empty: ReactNode
}

export function PostList({ list, board, label, empty }: Props) {
  const pages = list.data?.pages ?? []
  const posts = pages.flatMap(({ items }) => items)
  const several = board && new Set(posts.map((post) => post.board.id)).size > 1
  if (posts.length === 0) return empty
  return (
    <>
      <RowSigns />
      <ul aria-label={label}>
        {posts.map((post) => (
          <PostRow key={post.id} post={post} board={several ?? false} />
        ))}
      </ul>
      <MoreItems
        hasMore={list.hasNextPage}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
        pages={pages.length}
        next={pages.at(-1)?.next ?? null}
      />
    </>
  )
}
