import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { useApi } from '../../app/means.ts'
import { Button } from '../../ui/button.tsx'
import { Comments } from '../../ui/comments/comments.tsx'
import { Page } from '../../ui/page.tsx'
import { Responses } from '../../ui/responses.tsx'
import { useName } from './named.ts'
import { PostAside } from './post-aside.tsx'
import { PostBody } from './post-body.tsx'
import { PostHead } from './post-head.tsx'
import { PostMenu } from './post-menu.tsx'
import { postQuery } from './queries.ts'
import { summaryOf } from './summary-of.ts'
import type { Post } from './types.ts'
import { useCountView } from './use-count-view.ts'
import { usePostActs } from './use-post-acts.ts'
import { useWords } from './words.ts'

export function Component() {
  const t = useWords()
  const nameOf = useName()
  const { id = '' } = useParams()
  const { data: post } = useSuspenseQuery(postQuery(useApi(), id))
  useCountView(id)
  return (
    <Page
      title={post.title}
      description={summaryOf(post)}
      canonical={post.link}
      crumbs={[
        { label: t('boards'), to: '/boards' },
        { label: nameOf(post.board), to: `/boards/${post.board.slug}` },
        { label: t('post') },
      ]}
      aside={<PostAside post={post} />}
    >
      <article className="max-w-[704px]">
        <PostHead post={post} />
        <PostBody post={post} />
        <Acknowledge post={post} />
        <div className="mt-5 flex items-center justify-between border-b border-line pb-3">
          <Responses
            subject={{ ...post, can: { ...post.can, bookmark: true } }}
            dislike={post.reactions.includes('dislike')}
            share={post.link}
            talk={{ to: '#comments', name: t('comments'), label: String(post.comments) }}
          />
          <PostMenu post={post} />
        </div>
        <Comments subjectId={post.id} total={post.comments} by={post.author?.id} />
      </article>
    </Page>
  )
}

function Acknowledge({ post }: { post: Post }) {
  const t = useWords()
  const { acknowledge } = usePostActs(post)
  if (!post.notice?.mustAcknowledge || post.acknowledged) return null
  return (
    <p className="mt-5">
      <Button look="primary" onClick={() => void acknowledge()}>
        {t('acknowledge')}
      </Button>
    </p>
  )
}
