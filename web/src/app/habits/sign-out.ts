import { askFirst, type Question } from '../../ui/ask-first.ts'
import { leaveAsGuest } from '../change-visitor.ts'
import type { Means } from '../means.ts'
import { meQuery } from '../session-queries.ts'

type Leaving = {
  goHome: () => Promise<void> | void
  /** What is asked first when `n` texts could not be sent: they go with the member. */
  ask: (n: number) => Omit<Question, 'onConfirm'>
}

/** Signs out once what was written is on the server, and leaves none of it in the browser. */
export async function signOut({ api, query }: Pick<Means, 'api' | 'query'>, { goHome, ask }: Leaving): Promise<void> {
  const { forgetDrafts, restDrafts, sendDrafts } = await import('../../ui/composer/leave-drafts.ts')
  const me = query.getQueryData(meQuery(api).queryKey)
  async function leave() {
    await api.delete('/api/me/sessions/current')
    restDrafts()
    await leaveAsGuest(api, query, goHome)
    if (me) forgetDrafts(me.id)
  }
  const left = me ? await sendDrafts(api, me.id) : 0
  if (left === 0) return leave()
  askFirst({ ...ask(left), onConfirm: leave })
}
