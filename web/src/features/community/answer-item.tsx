import { CircleCheck, Sparkles } from 'lucide-react'
import { useState } from 'react'
import { ApiError } from '../../api/problem.ts'
import { useApi } from '../../app/means.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { Comments } from '../../ui/comments/comments.tsx'
import { LazyComposer } from '../../ui/composer/lazy-composer.tsx'
import { Prose } from '../../ui/markdown/markdown.tsx'
import { MemberName } from '../../ui/member-name.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Responses } from '../../ui/responses.tsx'
import { Time } from '../../ui/time.tsx'
import type { Answer, Post } from './types.ts'
import type { FreshAnswers } from './use-fresh-answers.ts'
import { usePostActs } from './use-post-acts.ts'
import { useWords } from './words.ts'

type Props = { answer: Answer; question: Post; fresh: FreshAnswers }

export function AnswerItem({ answer, question, fresh }: Props) {
  const t = useWords()
  const api = useApi()
  const { attempt } = usePostActs(question)
  const [editing, setEditing] = useState(false)
  const [talking, setTalking] = useState(false)
  const [busy, setBusy] = useState(false)
  const { author, byAssistant, accepted, can } = answer
  const name = byAssistant ? t('assistant') : (author?.nickname ?? t('somebody'))
  const change = (act: () => Promise<unknown>) => fresh.own(0, () => act().then(fresh.renew))
  const path = `/api/posts/${question.id}/acceptance` as const

  async function accept() {
    setBusy(true)
    await attempt(() => change(() => api.post(path, { answerId: answer.id })), t('accepted-done'))
    setBusy(false)
  }
  const withdraw = () => attempt(() => change(() => api.delete(path)), t('acceptance-withdrawn'))
  const restore = () =>
    void attempt(() => change(() => api.post(`/api/answers/${answer.id}/restoration`)), t('answer-restored'))
  const remove = () =>
    void attempt(() => change(() => api.delete(`/api/answers/${answer.id}`)), t('answer-removed'), restore)

  return (
    <section
      id={answer.id}
      className={accepted ? 'ans accepted' : 'ans aria-busy:opacity-60'}
      aria-label={t('answer-of', { name })}
      aria-busy={answer.version === 0 || undefined}
    >
      {accepted && (
        <div className="acc">
          <CircleCheck />
          {t('accepted-by-asker')}
        </div>
      )}
      <header className="flex items-center gap-3">
        {byAssistant ? (
          <span className="nico" data-hue="assistant">
            <Sparkles />
          </span>
        ) : (
          <Avatar of={author ?? { id: answer.id }} size={36} />
        )}
        <div className="min-w-0 flex-1">
          <div className="flex items-center gap-1.5">
            {byAssistant ? <b className="font-semibold">{name}</b> : <MemberName of={author} />}
            {byAssistant && <span className="tag">{t('automatic')}</span>}
          </div>
          <p className="meta text-12">
            <Time at={answer.createdAt} />
            {answer.editedAt && <span>{t('edited')}</span>}
          </p>
        </div>
      </header>
      {editing ? (
        <div className="mt-3">
          <LazyComposer
            label={t('answer-edit')}
            submit={t('save')}
            edited={{ text: answer.body, version: answer.version, reopen: () => setEditing(true) }}
            draftKey={`edit:${answer.id}`}
            onCancel={() => setEditing(false)}
            onSubmit={async (body, version) => {
              try {
                await change(() => api.patch(`/api/answers/${answer.id}`, { body }, { version }))
              } catch (error) {
                if (error instanceof ApiError && error.status === 412) await fresh.renew()
                throw error
              }
              setEditing(false)
            }}
          />
        </div>
      ) : (
        <Prose html={answer.html ?? ''} small className="mt-3" />
      )}
      {answer.version > 0 && (
        <footer className="mt-3 flex flex-wrap items-center gap-1">
          <Responses subject={answer} dislike={answer.reactions.includes('dislike')} />
          <button type="button" className="act" aria-expanded={talking} onClick={() => setTalking(!talking)}>
            {t('comments-on', { n: answer.comments })}
          </button>
          {can.accept && (
            <Button look="soft" size="sm" busy={busy} onClick={() => void accept()}>
              <CircleCheck />
              {t('accept')}
            </Button>
          )}
          <span className="ml-auto">
            <Menu
              label={t('more-acts')}
              items={[
                can.edit && { label: t('edit'), onSelect: () => setEditing(true) },
                accepted &&
                  question.can.withdrawAcceptance && { label: t('withdraw'), onSelect: () => void withdraw() },
                can.delete && { label: t('delete'), danger: true, onSelect: remove },
              ]}
            />
          </span>
        </footer>
      )}
      {talking && <Comments subjectId={answer.id} total={answer.comments} by={author?.id} heading="none" />}
    </section>
  )
}
