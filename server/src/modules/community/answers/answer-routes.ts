import { Type } from 'typebox'
import { idsIn } from '../../../kernel/id.ts'
import { cursorInvalid, forbidden, notFound, versionStale } from '../../../kernel/problems.ts'
import { Fields, Id, OneOf, PageOf, pageQuery } from '../../../kernel/schema.ts'
import { Answer, route } from '../../../module.ts'
import type { Community } from '../community.ts'
import { postParams } from '../posts/post-routes.ts'
import { PostView } from '../posts/post-views.ts'
import { viewPost } from '../posts/view-post.ts'
import {
  alreadyAccepted,
  answerAccepted,
  boardClosed,
  editWindowOver,
  locked,
  notAQuestion,
  notAsker,
  restoreOver,
  statusStep,
} from '../problems.ts'
import { acceptAnswer } from './accept-answer.ts'
import { answerQuestion } from './answer-question.ts'
import { AnswerText, AnswerView } from './answer-views.ts'
import { deleteAnswer } from './delete-answer.ts'
import { editAnswer } from './edit-answer.ts'
import { answerSorts, listAnswers, viewAnswer } from './list-answers.ts'
import { restoreAnswer } from './restore-answer.ts'
import { withdrawAcceptance } from './withdraw-acceptance.ts'

const answerParams = Fields({ id: Id('ans') })

export const answerRoutes = (community: Community) => [
  route({
    method: 'GET',
    path: '/api/posts/:id/answers',
    access: 'guest',
    summary: 'The answers to a question: the accepted one first, then those that helped most',
    params: postParams,
    query: Fields({ ...pageQuery, sort: Type.Optional(OneOf(answerSorts)) }),
    answers: { 200: PageOf(AnswerView) },
    refuses: [notFound, cursorInvalid],
    cache: (page: object, { id }) => [id, ...idsIn(page)],
    handle: ({ actor, params: { id }, query }) => listAnswers(community, actor, id, query),
  }),
  route({
    method: 'POST',
    path: '/api/posts/:id/answers',
    access: 'member',
    summary: 'Answer a question',
    params: postParams,
    body: AnswerText,
    answers: { 201: AnswerView },
    refuses: [notFound, boardClosed, locked, notAQuestion],
    handle: async ({ actor, params, body }) => {
      const id = await answerQuestion(community, actor, params.id, body.body)
      return new Answer(201, await viewAnswer(community, actor, id), { location: `/api/answers/${id}` })
    },
  }),
  route({
    method: 'GET',
    path: '/api/answers/:id',
    access: 'guest',
    summary: 'One answer',
    params: answerParams,
    answers: { 200: AnswerView },
    refuses: [notFound],
    handle: ({ actor, params: { id } }) => viewAnswer(community, actor, id),
  }),
  route({
    method: 'PATCH',
    path: '/api/answers/:id',
    access: 'member',
    summary: 'Change an answer; what it said before is kept',
    params: answerParams,
    body: AnswerText,
    answers: { 200: AnswerView },
    refuses: [notFound, forbidden, answerAccepted, locked, editWindowOver, versionStale],
    ifMatch: true,
    handle: async ({ actor, params: { id }, body, version }) => {
      await editAnswer(community, actor, id, version, body.body)
      return viewAnswer(community, actor, id)
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/answers/:id',
    access: 'member',
    summary: 'Delete an answer; it can come back for 30 days',
    params: answerParams,
    answers: { 204: null },
    refuses: [notFound, forbidden, answerAccepted, locked],
    handle: ({ actor, params: { id } }) => deleteAnswer(community, actor, id),
  }),
  route({
    method: 'POST',
    path: '/api/answers/:id/restoration',
    access: 'member',
    summary: 'Bring a deleted answer back',
    params: answerParams,
    answers: { 200: AnswerView },
    refuses: [notFound, forbidden, locked, restoreOver],
    handle: async ({ actor, params: { id } }) => {
      await restoreAnswer(community, actor, id)
      return viewAnswer(community, actor, id)
    },
  }),
  route({
    method: 'POST',
    path: '/api/posts/:id/acceptance',
    access: 'member',
    summary: 'Accept an answer to your question: once',
    params: postParams,
    body: Fields({ answerId: Id('ans') }),
    answers: { 201: PostView },
    refuses: [notFound, notAsker, alreadyAccepted, notAQuestion, statusStep],
    handle: async ({ actor, params: { id }, body }) => {
      await acceptAnswer(community, actor, id, body.answerId)
      return viewPost(community, actor, id)
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/posts/:id/acceptance',
    access: 'member',
    summary: 'Withdraw an acceptance (moderators)',
    params: postParams,
    answers: { 204: null },
    refuses: [notFound, forbidden],
    handle: ({ actor, params: { id } }) => withdrawAcceptance(community, actor, id),
  }),
]
