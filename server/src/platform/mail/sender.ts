import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock.ts'
import type { Letter, Mailer } from '../../ports/mailer.ts'
import { type Database, sql } from '../database.ts'

/** Waits between the tries of one letter; after the last one it has failed. */
export const retryDelaysMs = [1_000, 10_000, 60_000, 600_000, 3_600_000, 21_600_000, 86_400_000]
const leaseMs = 60_000
const pollMs = 2_000
const batch = 5

interface Claimed extends Letter {
  tries: number
}

/** Takes due letters under a lease, so that one whose sender died is sent by another a minute later. */
export function createSender(o: { db: Database; mailer: Mailer; clock: Clock; logger: Logger; pollMs?: number }) {
  const { db, mailer, clock, logger } = o
  let running: Promise<void> | undefined
  let ending = false
  let awake = false
  let rouse = () => {}

  const later = (ms: number) => new Date(clock.now().getTime() + ms)

  async function claim(): Promise<Claimed[]> {
    const now = clock.now()
    await db.run(sql`
      update platform.mails set state = 'expired', text = '' where state = 'pending' and useless_after < ${now}`)
    return db.many<Claimed>(sql`
      update platform.mails set due_at = ${later(leaseMs)}, tries = tries + 1
      where id in (
        select id from platform.mails where state = 'pending' and due_at <= ${now}
        order by due_at limit ${batch} for update skip locked)
      returning id as key, "to", subject, text, tries`)
  }

  async function send(letter: Claimed): Promise<void> {
    try {
      await mailer.send(letter)
      await db.run(sql`
        update platform.mails set state = 'sent', text = '', error = null, sent_at = ${clock.now()}
        where id = ${letter.key}`)
    } catch (error) {
      const delay = retryDelaysMs[letter.tries - 1]
      const message = (error as Error).message.slice(0, 500)
      logger.warn({ letter: letter.key, tries: letter.tries, error: message }, 'a letter could not be sent')
      await db.run(sql`
        update platform.mails set error = ${message}, due_at = ${later(delay ?? 0)},
          state = ${delay === undefined ? 'failed' : 'pending'}
        where id = ${letter.key} and state = 'pending'`)
    }
  }

  async function run(): Promise<void> {
    while (!ending) {
      awake = false
      try {
        const letters = await claim()
        await Promise.all(letters.map(send))
        if (letters.length === batch) continue
      } catch (error) {
        logger.warn({ err: error }, 'the outbox of letters could not be read')
      }
      if (awake || ending) continue
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, o.pollMs ?? pollMs)
        rouse = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }

  const wake = () => {
    awake = true
    rouse()
  }
  return {
    wake,
    start() {
      running ??= run()
    },
    async stop() {
      ending = true
      wake()
      await running
    },
  }
}
