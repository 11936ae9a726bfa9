import { Type } from 'typebox'
import { notFound } from '../../../kernel/problems.ts'
import { Fields, OneOf, Text } from '../../../kernel/schema.ts'
import { route } from '../../../module.ts'
import type { Context } from '../context.ts'
import * as refuse from '../problems.ts'
import { ConsentFields, ConsentView, ListOf, TermsView } from '../views.ts'
import { answerConsents, listConsents } from './answer-consents.ts'
import { listTerms, showTerms } from './list-terms.ts'
import { publishTerms } from './publish-terms.ts'
import { consents } from './terms.ts'

const Body = Text(1, 50_000)

export const termsRoutes = (context: Context) => [
  route({
    method: 'GET',
    path: '/api/terms',
    access: 'guest',
    summary: 'The current texts of every consent',
    answers: { 200: ListOf(TermsView) },
    cache: () => [...consents],
    handle: async () => ({ items: await listTerms(context) }),
  }),
  route({
    method: 'GET',
    path: '/api/terms/:consent/:version',
    access: 'guest',
    summary: 'One version of a consent’s text',
    params: Fields({ consent: OneOf(consents), version: Type.Integer({ minimum: 1, maximum: 1_000_000 }) }),
    answers: { 200: TermsView },
    refuses: [notFound],
    handle: ({ params }) => showTerms(context, params.consent, params.version),
  }),
  route({
    method: 'POST',
    path: '/api/terms',
    access: { role: 'admin' },
    summary: 'Publish a new version; members answer it before they write again',
    body: Fields({ consent: OneOf(consents), text: Fields({ ko: Body, en: Body }) }),
    answers: { 201: Type.Object({ consent: OneOf(consents), version: Type.Integer() }) },
    handle: ({ actor, body }) => publishTerms(context, actor, body),
  }),
  route({
    method: 'GET',
    path: '/api/me/consents',
    access: 'member',
    summary: 'What you agreed to',
    answers: { 200: ListOf(ConsentView) },
    handle: async ({ actor }) => ({ items: await listConsents(context, actor) }),
  }),
  route({
    method: 'PUT',
    path: '/api/me/consents',
    access: 'fresh',
    beforeConsent: true,
    summary: 'Give or take back consents',
    body: ConsentFields,
    answers: { 200: ListOf(ConsentView) },
    refuses: [refuse.consentMissing],
    handle: async ({ actor, body }) => {
      await answerConsents(context, actor, body)
      return { items: await listConsents(context, actor) }
    },
  }),
]
