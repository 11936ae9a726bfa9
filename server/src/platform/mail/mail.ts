import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock.ts'
import type { Ids } from '../../kernel/id.ts'
import type { Mailer } from '../../ports/mailer.ts'
import { type Database, sql, type Tx } from '../database.ts'
import { createSender } from './sender.ts'

export interface Draft {
  to: string
  subject: string
  text: string
  /** Not sent any more after this: the link in it is dead by then. */
  uselessAfter?: Date
}

/** Letters to the outside. One is written in the transaction that is its cause, and leaves the house after the commit. */
export interface Mail {
  write(tx: Tx, draft: Draft): Promise<void>
  /** Has a letter that failed sent again, from the first try; false when there is no such one. */
  retry(tx: Tx, id: string): Promise<boolean>
  /** Sends what waits, in any number of processes: no letter is sent by two, none is lost with a process. */
  start(): void
  stop(): Promise<void>
}

export interface MailOptions {
  db: Database
  mailer: Mailer
  clock: Clock
  ids: Ids
  logger: Logger
  /** How often due letters are looked for. */
  pollMs?: number
}

export function createMail(o: MailOptions): Mail {
  const { mailer, clock, ids, logger } = o
  const sender = createSender(o)
  return {
    async write(tx, { to, subject, text, uselessAfter }) {
      const id = ids.next('mal')
      const now = clock.now()
      await tx.run(sql`
        insert into platform.mails (id, "to", subject, text, due_at, useless_after, created_at)
        values (${id}, ${to}, ${subject}, ${text}, ${now}, ${uselessAfter ?? null}, ${now})`)
      tx.afterCommit(() => {
        if (mailer.delivers) sender.wake()
        else mailer.send({ key: id, to, subject, text }).catch((err) => logger.error({ err }, 'a letter was not shown'))
      })
    },
    async retry(tx, id) {
      const due = await tx.run(sql`
        update platform.mails set state = 'pending', tries = 0, due_at = ${clock.now()}
        where id = ${id} and state = 'failed'`)
      if (due) tx.afterCommit(sender.wake)
      return due === 1
    },
    start() {
      if (mailer.delivers) sender.start()
    },
    async stop() {
      await sender.stop()
      mailer.close()
    },
  }
}
