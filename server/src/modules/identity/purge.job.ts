import { sql } from '../../platform/database.ts'
import { defineJob } from '../../platform/jobs/job.ts'
import type { Platform } from '../../platform/platform.ts'
import { idleMs } from './sessions/start-session.ts'

const dayMs = 86_400_000
const unverifiedMs = 7 * dayMs
const endedMs = 30 * dayMs
const atOnce = 500

/** Forgets what has lost its use: unverified members after a week, dead tokens, ended sessions, old counts. */
export const purgeJob = ({ clock }: Platform) =>
  defineJob({
    name: 'identity.purge',
    title: { ko: '쓸모가 끝난 계정 자료 지우기', en: 'Forget account data that has lost its use' },
    schedule: '41 * * * *',
    async run(tx) {
      const now = clock.now()
      const ago = (ms: number) => new Date(now.getTime() - ms)
      const gone = await tx.many<{ id: string }>(sql`
        delete from identity.members where id in (
          select id from identity.members where status = 'pending' and created_at < ${ago(unverifiedMs)}
          order by created_at limit ${atOnce} for update skip locked)
        returning id`)
      await tx.run(sql`
        delete from identity.nicknames where member_id = any(${gone.map(({ id }) => id)}) or held_until < ${now}`)
      await tx.run(sql`delete from identity.mailed_tokens where expires_at < ${ago(dayMs)}`)
      await tx.run(sql`
        delete from identity.tallies
        where touched_at < ${ago(3 * dayMs)} and (locked_until is null or locked_until < ${now})`)
      const tokens = await tx.run(sql`
        delete from identity.refresh_tokens where hash in (
          select hash from identity.refresh_tokens where rotated_at < ${ago(idleMs)} limit ${atOnce * 10})`)
      const sessions = await tx.run(sql`
        delete from identity.sessions where id in (
          select id from identity.sessions
          where revoked_at < ${ago(endedMs)} or ends_at < ${ago(endedMs)} or used_at < ${ago(idleMs + endedMs)}
          limit ${atOnce})`)
      return {
        written: gone.length + tokens + sessions,
        more: gone.length === atOnce || tokens === atOnce * 10 || sessions === atOnce,
      }
    },
  })
