import type { FieldError } from '../../../kernel/problem.ts'
import { invalid } from '../../../kernel/problems.ts'
import { countCharacters } from '../../../kernel/text.ts'
import type { Platform } from '../../../platform/platform.ts'
import { passwordWeak } from '../problems.ts'
import { passwordClasses } from '../settings.ts'
import { isCommonPassword } from './common-passwords.ts'

const shortest = 8
const longest = 128
const classes = [/\p{Ll}|\p{Lo}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u]

const same = (a: string, b: string | undefined) => b !== undefined && a.toLowerCase() === b.toLowerCase()

/** Refuses a password out of bounds (400) or too easy to guess (422). Any characters make a good one; length counts. */
export function checkPassword(
  platform: Platform,
  given: { password: string; passwordConfirm?: string | undefined },
  owner: { email: string; nickname?: string | undefined },
): void {
  const password = given.password.normalize('NFC')
  const bounds: FieldError[] = []
  const length = countCharacters(password, longest)
  if (length < shortest) bounds.push({ at: '/password', code: 'too-short' })
  else if (length > longest) bounds.push({ at: '/password', code: 'too-long' })
  else if (password !== password.trim()) bounds.push({ at: '/password', code: 'blank-at-end' })
  if (given.passwordConfirm !== undefined && given.passwordConfirm.normalize('NFC') !== password)
    bounds.push({ at: '/passwordConfirm', code: 'not-equal' })
  if (bounds.length) throw invalid({ errors: bounds })

  const weak = (code: string) => passwordWeak({ errors: [{ at: '/password', code }] })
  if (same(password, owner.email) || same(password, owner.email.split('@')[0])) throw weak('like-email')
  if (same(password, owner.nickname)) throw weak('like-nickname')
  if (isCommonPassword(password)) throw weak('too-common')
  const used = classes.filter((pattern) => pattern.test(password)).length
  if (used < platform.settings.get(passwordClasses)) throw weak('too-few-classes')
}
