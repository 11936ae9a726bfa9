import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { useApi } from '../../../../web/src/app/means.ts'
import { Avatar } from '../../../../web/src/ui/avatar.tsx'
import { Comments } from '../../../../web/src/ui/comments/comments.tsx'
import { KindChip } from '../../../../web/src/ui/kind-chip.tsx'
import { Prose } from '../../../../web/src/ui/markdown/markdown.tsx'
import { MemberName } from '../../../../web/src/ui/member-name.tsx'
import { Page } from '../../../../web/src/ui/page.tsx'
import { Responses } from '../../../../web/src/ui/responses.tsx'
import { Time } from '../../../../web/src/ui/time.tsx'
import { noteQuery } from './queries.ts'
import { useWords } from './words.ts'

export function Component() {
  const t = useWords()
  const { id = '' } = useParams()
  const { data: note } = useSuspenseQuery(noteQuery(useApi(), id))
  const { title, author, createdAt, comments } = note
  const link = `/notes/${id}`
  return (
    <Page title={title} canonical={link} crumbs={[{ label: t('notes'), to: '/notes' }, { label: title }]}>
      <article className="max-w-[704px]">
        <KindChip kind="note" />
        <h1 className="qt mt-2">{title}</h1>
        <div className="meta mt-2.5">
          <Avatar of={author ?? { id }} />
          <MemberName of={author} />
          <span className="sep" />
          <Time at={createdAt} />
        </div>
        <Prose html={note.html} className="mt-5" />
        <div className="mt-5 border-b border-line pb-3">
          <Responses subject={{ ...note, can: { react: true, bookmark: true } }} share={link} dislike />
        </div>
        <Comments subjectId={id} total={comments} by={author?.id} />
      </article>
    </Page>
  )
}
