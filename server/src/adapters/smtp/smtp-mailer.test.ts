import { expect, test } from 'vitest'
import { mailerContract } from '../../ports/mailer.contract.ts'
import { createSmtpMailer } from './smtp-mailer.ts'
import { smtpServerForTests } from './smtp-server-for-tests.ts'

const from = 'Madang <madang@community.example>'
const letter = { key: 'mal_1', to: 'a@example.invalid', subject: 'Hello', text: 'Hello\n' }

mailerContract('smtp', async () => {
  const server = await smtpServerForTests()
  const mailer = createSmtpMailer({ url: server.url, from })
  return {
    mailer,
    received: async () => server.letters,
    close: async () => {
      mailer.close()
      await server.close()
    },
  }
})

test('a letter that the server refuses is an error for the caller, who tries again', async () => {
  const server = await smtpServerForTests()
  const mailer = createSmtpMailer({ url: server.url, from })
  server.behave('refuse')
  await expect(mailer.send(letter)).rejects.toThrow(/come back later/)
  server.behave('take')
  await mailer.send(letter)
  expect(server.letters).toEqual([letter])
  mailer.close()
  await server.close()
})

test('a server that is not there is an error of sending and of verifying', async () => {
  const server = await smtpServerForTests()
  await server.close()
  const mailer = createSmtpMailer({ url: server.url, from })
  await expect(mailer.send(letter)).rejects.toThrow(/ECONNREFUSED/)
  await expect(mailer.verify()).rejects.toThrow(/ECONNREFUSED/)
  mailer.close()
})

test('several addresses in the place of one are refused', async () => {
  const server = await smtpServerForTests()
  const mailer = createSmtpMailer({ url: server.url, from })
  await expect(mailer.send({ ...letter, to: 'a@example.invalid, thief@example.invalid' })).rejects.toThrow()
  expect(server.letters).toEqual([])
  mailer.close()
  await server.close()
})
