import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import type { Letter } from '../../ports/mailer.ts'

export interface SmtpServerForTests {
  url: string
  letters: Letter[]
  /** What it does with letters from now on; `hang` takes one and never answers. */
  behave(how: 'take' | 'refuse' | 'hang'): void
  /** Letters that were begun, whatever became of them. */
  begun(): number
  close(): Promise<void>
}

/** A mail server on a free port of this machine that keeps what it is given. */
export async function smtpServerForTests(): Promise<SmtpServerForTests> {
  const letters: Letter[] = []
  let behaviour: 'take' | 'refuse' | 'hang' = 'take'
  let begun = 0
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 100,
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        begun++
        if (behaviour === 'hang') return
        if (behaviour === 'refuse') return done(Object.assign(new Error('come back later'), { responseCode: 451 }))
        const mail = await PostalMime.parse(Buffer.concat(chunks))
        for (const { address } of session.envelope.rcptTo)
          letters.push({
            key: /<(.+)@/.exec(mail.messageId ?? '')?.[1] ?? '',
            to: address,
            subject: mail.subject ?? '',
            text: mail.text ?? '',
          })
        done()
      })
    },
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
    letters,
    behave: (how) => {
      behaviour = how
    },
    begun: () => begun,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
