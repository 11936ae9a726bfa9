import { isIP } from 'node:net'
import { countCharacters } from '../kernel/text.ts'

/** What a parser throws: the reason, in words that never repeat the value. */
export class Unfit extends Error {}

export type Parser<T> = (text: string) => T

const hostName = /^(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\.[a-z0-9_](?:[a-z0-9_-]{0,62}))*\.?$/i
const mailAddress = /^[^\s@<>,]{1,64}@[^\s@<>,]{1,255}$/
const accountAddress = /^[^\s@<>()[\],;:\\"]{1,64}@[^\s@<>()[\],;:\\"]+\.[^\s@<>()[\],;:\\"]+$/
const longestList = 100

export const words: Parser<string> = (text) => {
  if (/\p{Cc}/u.test(text)) throw new Unfit('must be one line')
  return text
}

export function longText(min: number, max: number): Parser<string> {
  return (text) => {
    const bytes = Buffer.byteLength(text)
    if (bytes < min || bytes > max) throw new Unfit(`must have ${min} to ${max} bytes`)
    return words(text)
  }
}

export function integer(min: number, max: number): Parser<number> {
  return (text) => {
    const value = Number(text)
    if (!/^\d+$/.test(text) || value < min || value > max) throw new Unfit(`must be a number from ${min} to ${max}`)
    return value
  }
}

export function oneOf<T extends string>(allowed: readonly T[]): Parser<T> {
  return (text) => {
    const found = allowed.find((each) => each === text)
    if (found === undefined) throw new Unfit(`must be one of ${allowed.join(', ')}`)
    return found
  }
}

/** Separated by commas; blanks around are dropped, and so are repetitions. */
export function list<T>(parse: Parser<T>): Parser<T[]> {
  return (text) => {
    const items = text.split(',').map((item) => item.trim())
    if (items.includes('')) throw new Unfit('must be a list separated by commas, with nothing empty in it')
    if (items.length > longestList) throw new Unfit(`may have ${longestList} items at most`)
    return [...new Set(items)].map(parse)
  }
}

export const flag: Parser<boolean> = (text) => {
  if (/^(true|1)$/i.test(text)) return true
  if (/^(false|0)$/i.test(text)) return false
  throw new Unfit('must be true or false')
}

export function url(...schemes: string[]): Parser<string> {
  return (text) => {
    const parsed = URL.parse(text)
    if (!parsed || !schemes.includes(parsed.protocol.slice(0, -1)) || !parsed.hostname) {
      throw new Unfit(`must be an address that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`)
    }
    return text
  }
}

/** As `pg` takes it, a socket's folder in `?host=` instead of a host included. */
export const postgresUrl: Parser<string> = (text) => {
  const parsed = URL.parse(text)
  if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol) || !(parsed.hostname || parsed.searchParams.get('host'))) {
    throw new Unfit('must be an address that begins with postgres:// or postgresql://')
  }
  if (parsed.pathname.length < 2) throw new Unfit('must name a database after the host')
  return text
}

export const origin: Parser<string> = (text) => {
  const parsed = URL.parse(text)
  if (!parsed || !/^https?:$/.test(parsed.protocol)) throw new Unfit('must begin with http:// or https://')
  const isBare = parsed.pathname === '/' && !parsed.search && !parsed.hash && !parsed.username && !parsed.password
  if (!isBare) throw new Unfit('must be an origin only: scheme, host and port, nothing after them')
  return parsed.origin
}

export const host: Parser<string> = (text) => {
  if (isIP(text) === 0 && !hostName.test(text)) throw new Unfit('must be a host name or an IP address')
  return text
}

export const hostAndPort: Parser<string> = (text) => {
  const parsed = URL.parse(`any://${text}`)
  if (!parsed?.port || parsed.host !== text.toLowerCase()) throw new Unfit('must be host:port')
  return text
}

/** An address alone or with the length of its network. */
export const network: Parser<string> = (text) => {
  const [address = '', length, ...rest] = text.split('/')
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  const isFit = rest.length === 0 && (length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= bits))
  if (bits < 0 || !isFit) throw new Unfit('must be IP addresses or networks in CIDR notation')
  return text
}

export const timezone: Parser<string> = (text) => {
  try {
    if (/^[A-Za-z]/.test(text)) return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone
  } catch {}
  throw new Unfit('must be a time zone of the IANA database')
}

export const mailbox: Parser<string> = (text) => {
  const address = /^[^<>\p{Cc}]{0,100}<([^<>]+)>$/u.exec(text)?.[1] ?? text
  if (!mailAddress.test(address)) throw new Unfit('must be an e-mail address, with a name before it if you like')
  return text
}

/** One address that a letter can be sent to, as sign-up takes it. */
export const email: Parser<string> = (text) => {
  if (text.length > 254 || !accountAddress.test(text)) throw new Unfit('must be an e-mail address')
  return text
}

/** As long as a member's has to be, in characters as people see them. */
export const password: Parser<string> = (text) => {
  const length = countCharacters(text, 128)
  if (length < 8 || length > 128) throw new Unfit('must have 8 to 128 characters')
  return words(text)
}

export const tileUrl: Parser<string> = (text) => {
  if (!['{z}', '{x}', '{y}'].every((part) => text.includes(part))) throw new Unfit('must hold {z}, {x} and {y}')
  url('http', 'https')(text.replaceAll(/[{}]/g, ''))
  return text
}

export const tossKey: Parser<string> = (text) => {
  if (!/^(test|live)_\S+$/.test(text)) throw new Unfit('must begin with test_ or live_')
  return words(text)
}
