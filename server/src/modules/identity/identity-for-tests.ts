import { mailedToken, password, type Reply, type TestApp } from '../../../test/app.ts'
import { sql } from '../../platform/database.ts'

export { mailedToken, password }

/** A form that is right as it is. */
export const signUpForm = (nickname: string, more: object = {}) => ({
  email: `${nickname}@test.invalid`,
  password,
  nickname,
  over14: true,
  consents: { terms: true, privacy: true },
  ...more,
})

/** Everything that a refused sign-up could have left behind. */
export async function stored({ platform }: TestApp): Promise<string> {
  const row = await platform.db.one(sql`
    select (select count(*) from identity.members) as members, (select count(*) from identity.nicknames) as nicknames,
      (select count(*) from identity.consents) as consents, (select count(*) from platform.mails) as mails,
      (select count(*) from events.log) + (select count(*) from events.outbox) as events`)
  return JSON.stringify(row)
}

export const statusesOf = (replies: Reply[]): Record<number, number> =>
  Object.fromEntries([...Map.groupBy(replies, ({ status }) => status)].map(([status, list]) => [status, list.length]))

/** The cookies that an answer sets, by name; an emptied one is ''. */
export function setCookies({ headers }: Reply): Record<string, string> {
  const lines = [headers['set-cookie'] ?? []].flat().map(String)
  return Object.fromEntries(lines.map((line) => (line.split(';')[0] ?? '').split('=')))
}

export const cookieHeader = (cookies: Record<string, string>) => ({
  cookie: Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; '),
})
