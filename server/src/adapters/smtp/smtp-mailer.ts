import { createTransport } from 'nodemailer'
import type { Mailer } from '../../ports/mailer.ts'

const connectMs = 10_000
const idleMs = 30_000

/** Delivers through the SMTP server of `url` (`smtp://user:password@host:587`, `smtps://…`), over a few kept connections. */
export function createSmtpMailer({ url, from }: { url: string; from: string }): Mailer {
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost'
  const transport = createTransport(
    {
      url,
      pool: true,
      maxConnections: 2,
      connectionTimeout: connectMs,
      greetingTimeout: connectMs,
      socketTimeout: idleMs,
    },
    { from },
  )
  return {
    delivers: true,
    async send({ key, to, subject, text }) {
      await transport.sendMail({
        messageId: `<${key}@${domain}>`,
        to: { name: '', address: to },
        subject,
        text,
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      })
    },
    async verify() {
      await transport.verify()
    },
    close: () => transport.close(),
  }
}
