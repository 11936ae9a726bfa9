import type { Actor } from '../../../kernel/actor.ts'
import { invalid, notFound } from '../../../kernel/problems.ts'
import { sql } from '../../../platform/database.ts'
import type { Addressee, Context } from '../context.ts'
import { alertMember } from '../members/alert-member.ts'
import { type NewGrant, storeGrant } from './store-grant.ts'

/** Gives an active member a role. Refuses a role that they have in this scope already. */
export async function grantRole({ platform }: Context, actor: Actor, grant: NewGrant): Promise<string> {
  if (grant.until && grant.until <= platform.clock.now())
    throw invalid({ errors: [{ at: '/until', code: 'too-small' }] })
  if (grant.role === 'admin' && grant.scope !== 'instance')
    throw invalid({ errors: [{ at: '/scope', code: 'not-allowed' }] })
  return platform.db.transact(async (tx) => {
    const member = await tx.one<Addressee>(sql`
      select id, email, nickname, locale from identity.members
      where id = ${grant.memberId} and status = 'active' for update`)
    if (!member) throw notFound()
    const id = await storeGrant(tx, platform, actor, grant)
    await alertMember({ platform, tx, member, alert: 'role-granted', detail: grant.role })
    return id
  })
}
