import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Person } from './plan.ts'

export const accountsFile = (dataDir: string) => join(dataDir, 'demo-accounts.txt')

/** The one password of all demo accounts: made once, kept for the operator's eyes. */
export async function demoPassword(dataDir: string): Promise<string> {
  const text = await readFile(accountsFile(dataDir), 'utf8').catch(() => '')
  return /^password: (\S+)$/m.exec(text)?.[1] ?? randomBytes(15).toString('base64url')
}

export async function writeAccounts(dataDir: string, password: string, people: Person[]): Promise<void> {
  const named = people.filter(({ key, role }) => key === role)
  const lines = named.map(({ email, role }) => `${email.padEnd(28)} ${role}`)
  const text = `Demo accounts: anyone who knows the password can sign in as any of them.\n\npassword: ${password}\n\n${lines.join('\n')}\n`
  await writeFile(accountsFile(dataDir), text, { mode: 0o600 })
}
