import { Type } from 'typebox'
import { notFound } from '../../../kernel/problems.ts'
import { Fields, Id, Line, OneOf, Time } from '../../../kernel/schema.ts'
import { route } from '../../../module.ts'
import type { Context } from '../context.ts'
import * as refuse from '../problems.ts'
import { GrantView, ListOf, roles } from '../views.ts'
import { grantRole } from './grant-role.ts'
import { listGrants } from './list-grants.ts'
import { revokeRole } from './revoke-role.ts'

const scopePattern = '^(instance|(board|category|group):[a-z]{3}_[0-9a-hjkmnp-tv-z]{26})$'
const access = { role: 'admin', fresh: true } as const

export const grantRoutes = (context: Context) => [
  route({
    method: 'GET',
    path: '/api/members/:id/grants',
    access: { role: 'admin' },
    summary: "A member's roles, now and before",
    params: Fields({ id: Id('mem') }),
    answers: { 200: ListOf(GrantView) },
    handle: async ({ params }) => ({ items: await listGrants(context, params.id) }),
  }),
  route({
    method: 'POST',
    path: '/api/members/:id/grants',
    access,
    summary: 'Give a member a role',
    params: Fields({ id: Id('mem') }),
    body: Fields({
      role: OneOf(roles),
      scope: Type.String({ pattern: scopePattern, default: 'instance' }),
      until: Type.Optional(Time),
      reason: Line(1, 300),
    }),
    answers: { 201: Type.Object({ id: Type.String() }) },
    refuses: [refuse.grantExists, notFound],
    handle: async ({ actor, params, body: { until, ...grant } }) => ({
      id: await grantRole(context, actor, {
        ...grant,
        memberId: params.id,
        ...(until === undefined ? {} : { until: new Date(until) }),
      }),
    }),
  }),
  route({
    method: 'DELETE',
    path: '/api/members/:id/grants/:grantId',
    access,
    summary: 'Take a role away',
    params: Fields({ id: Id('mem'), grantId: Id('grt') }),
    answers: { 204: null },
    refuses: [refuse.lastAdmin, notFound],
    handle: ({ actor, params }) => revokeRole(context, actor, { memberId: params.id, grantId: params.grantId }),
  }),
]
