import { pino } from 'pino'
import { expect, test } from 'vitest'
import { mailerContract } from '../../ports/mailer.contract.ts'
import type { Letter } from '../../ports/mailer.ts'
import { createOutboxMailer } from './outbox-mailer.ts'

function open(publicUrl: string) {
  const lines: { letter?: Letter }[] = []
  const logger = pino({ base: null }, { write: (line: string) => void lines.push(JSON.parse(line)) })
  const mailer = createOutboxMailer({ logger, publicUrl })
  return {
    mailer,
    received: async () => lines.flatMap(({ letter }) => letter ?? []),
    close: async () => mailer.close(),
  }
}

mailerContract('outbox', async () => open('http://localhost:3000'))

const letter = { key: 'mal_1', to: 'a@example.invalid', subject: 'Link', text: 'https://…?token=secret' }

test('a letter with its token is in the log of a local instance, and not of a public one', async () => {
  const local = open('http://127.0.0.1:3000')
  const reachable = open('https://community.example')
  await local.mailer.send(letter)
  await reachable.mailer.send(letter)
  expect(await local.received()).toEqual([letter])
  expect(await reachable.received()).toEqual([])
})

test('it says that letters stay', () => {
  expect(open('http://localhost:3000').mailer.delivers).toBe(false)
})
