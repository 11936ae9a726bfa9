import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { useApi } from '../../app/means.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Comments } from '../../ui/comments/comments.tsx'
import { KindChip } from '../../ui/kind-chip.tsx'
import { MemberName } from '../../ui/member-name.tsx'
import { Page } from '../../ui/page.tsx'
import { Responses } from '../../ui/responses.tsx'
import { Time } from '../../ui/time.tsx'
import { subjectQuery } from './queries.ts'

/** A subject whose module has no screen of its own yet: its card, its responses, its talk. */
export function Component() {
  const { id = '' } = useParams()
  const { data: subject } = useSuspenseQuery(subjectQuery(useApi(), id))
  const { kind, variant, title, excerpt, author, container, createdAt, link, comments, can } = subject
  return (
    <Page title={title} description={excerpt} crumbs={[]} canonical={link}>
      <article className="max-w-[704px]">
        <KindChip kind={variant ?? kind} place={container} />
        <h1 className="qt mt-2">{title}</h1>
        <div className="meta mt-2.5">
          <Avatar of={author ?? { id }} />
          <MemberName of={author} />
          <span className="sep" />
          <Time at={createdAt} />
        </div>
        {excerpt && <p className="prose mt-5">{excerpt}</p>}
        <div className="mt-5 border-b border-line pb-3">
          <Responses subject={subject} share={link} />
        </div>
        {(can.comment || comments > 0) && <Comments subjectId={id} total={comments} by={author?.id} />}
      </article>
    </Page>
  )
}
