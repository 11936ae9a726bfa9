import { expect, test } from 'vitest'
import type { Letter, Mailer } from './mailer.ts'

export interface MailerHarness {
  mailer: Mailer
  /** The letters that came out at the other end, oldest first. */
  received(): Promise<Letter[]>
  close(): Promise<void>
}

const letter: Letter = {
  key: 'mal_first',
  to: 'reader@example.invalid',
  subject: '이메일을 확인해 주세요 ✉ — a subject that is longer than one line of a header may be',
  text: `안녕하세요, 하늘님.\n\nhttps://community.example/verify?token=${'a'.repeat(43)}\n\n.\nEnd\n`,
}

/** What every mailer promises. */
export function mailerContract(name: string, open: () => Promise<MailerHarness>): void {
  const within = async (check: (harness: MailerHarness) => Promise<void>) => {
    const harness = await open()
    try {
      await check(harness)
    } finally {
      await harness.close()
    }
  }

  test(`${name}: a letter arrives whole, in Korean and with its link on one line`, () =>
    within(async ({ mailer, received }) => {
      await mailer.send(letter)
      expect(await received()).toEqual([letter])
    }))

  test(`${name}: two letters at once arrive as two, each under its own key`, () =>
    within(async ({ mailer, received }) => {
      await Promise.all([mailer.send(letter), mailer.send({ ...letter, key: 'mal_second', subject: 'another' })])
      expect((await received()).map(({ key }) => key).sort()).toEqual(['mal_first', 'mal_second'])
    }))

  test(`${name}: line breaks in a subject add neither a header nor a recipient`, () =>
    within(async ({ mailer, received }) => {
      await mailer.send({ ...letter, subject: 'Hello\r\nBcc: thief@example.invalid\r\n\r\nBody' })
      const arrived = await received()
      expect(arrived.map(({ to }) => to)).toEqual([letter.to])
      expect(arrived[0]?.text).toBe(letter.text)
    }))

  test(`${name}: it says that it can be used`, () =>
    within(async ({ mailer }) => {
      await expect(mailer.verify()).resolves.toBeUndefined()
    }))
}
