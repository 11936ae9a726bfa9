import { pino } from 'pino'
import { createSmtpMailer } from '../../src/adapters/smtp/smtp-mailer.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { createDatabase, createPool } from '../../src/platform/database.ts'
import { createSender } from '../../src/platform/mail/sender.ts'

// A process of its own for tests that kill it: `node send-mails.ts DATABASE_URL SMTP_URL`.
const [connectionString = '', url = ''] = process.argv.slice(2)
const mailer = createSmtpMailer({ url, from: 'madang@community.example' })
const db = createDatabase(createPool({ connectionString }, 2))
createSender({ db, mailer, clock: systemClock, logger: pino({ level: 'silent' }) }).start()
