import { Type } from 'typebox'
import { idPattern } from '../../../kernel/id.ts'
import { AnyId, Fields } from '../../../kernel/schema.ts'
import { route } from '../../../module.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { IdentityApi } from '../../identity/index.ts'
import { isCommenter, rulesOf } from '../response-rules.ts'
import { subjectCards } from './subject-cards.ts'
import { SubjectCard } from './views.ts'

const one = idPattern('[a-z]{3}').slice(1, -1)

export const subjectRoutes = (platform: Platform, identity: IdentityApi) => [
  route({
    method: 'GET',
    path: '/api/subjects/:id',
    access: 'guest',
    summary: 'The card of a subject of any kind',
    params: Fields({ id: AnyId }),
    answers: { 200: SubjectCard },
    cache: ({ id, author, container }: SubjectCard) => [id, ...[author?.id, container?.id].flatMap((tag) => tag ?? [])],
    handle: async ({ actor, params }) => {
      const subject = await platform.subjects.find(params.id, actor)
      const [[card], rules] = await Promise.all([
        subjectCards(platform, identity, actor, [subject]),
        rulesOf(platform, subject),
      ])
      if (!card) return card
      const comment = !subject.locked && (await isCommenter(platform, actor, rules))
      return { ...card, can: { ...card.can, react: card.can.react && rules.reactions.length > 0, comment } }
    },
  }),
  route({
    method: 'GET',
    path: '/api/subjects',
    access: 'guest',
    summary: 'Cards of several subjects; those that are not to be seen are left out',
    query: Fields({ ids: Type.String({ pattern: `^${one}(,${one}){0,49}$` }) }),
    answers: { 200: Type.Object({ items: Type.Array(SubjectCard) }) },
    handle: async ({ actor, query }) => {
      const rows = await platform.subjects.load([...new Set(query.ids.split(','))], actor)
      return { items: await subjectCards(platform, identity, actor, rows) }
    },
  }),
]
