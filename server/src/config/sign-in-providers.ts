import type { SignInProvider } from './config.ts'
import type { ConfigProblem } from './config-problems.ts'
import { url, words } from './parsers.ts'
import { type Environment, readVariable } from './read-variables.ts'
import type { Values } from './variables.ts'

const known = ['GITHUB', 'KAKAO', 'GOOGLE', 'NAVER', 'FACEBOOK'] as const
const oidcName = /^OIDC_([A-Z][A-Z0-9_]{0,30}?)_(ISSUER|CLIENT_ID|CLIENT_SECRET|CLIENT_SECRET_FILE)$/
const mostOidc = 20

/** Providers to sign in with; each must have its complete set. */
export function readSignInProviders(env: Environment, values: Values, problems: ConfigProblem[]): SignInProvider[] {
  const providers: SignInProvider[] = []
  for (const name of known) {
    const clientId = values[`${name}_CLIENT_ID`]
    const clientSecret = values[`${name}_CLIENT_SECRET`]
    if (clientId && clientSecret) providers.push({ name: name.toLowerCase(), clientId, clientSecret })
  }
  return [...providers, ...readOidc(env, problems)]
}

function readOidc(env: Environment, problems: ConfigProblem[]): SignInProvider[] {
  const keys = Object.keys(env).filter((key) => key.startsWith('OIDC_') && env[key])
  for (const key of keys.filter((each) => !oidcName.test(each))) {
    const reason = 'is not known: OIDC_<NAME>_ has ISSUER, CLIENT_ID and CLIENT_SECRET'
    problems.push({ name: key, reason, example: 'OIDC_CORP_ISSUER' })
  }
  const names = [...new Set(keys.flatMap((key) => oidcName.exec(key)?.[1] ?? []))]
  if (names.length > mostOidc) {
    problems.push({ name: 'OIDC_', reason: `more than ${mostOidc} providers` })
    return []
  }
  return names.flatMap((name) => readOneOidc(env, `OIDC_${name}`, name, problems) ?? [])
}

function readOneOidc(
  env: Environment,
  prefix: string,
  name: string,
  problems: ConfigProblem[],
): SignInProvider | undefined {
  const before = problems.length
  const read = (part: string, parse: typeof words, example: string, isSecret: boolean) => {
    const value = readVariable(env, `${prefix}_${part}`, { parse, example, isSecret }, problems)
    const isAbsent = !env[`${prefix}_${part}`] && !env[`${prefix}_${part}_FILE`]
    if (isAbsent) problems.push({ name: `${prefix}_${part}`, reason: 'is missing, the others of its set are given' })
    return value
  }
  const issuer = read('ISSUER', url('https', 'http'), 'https://id.example', false)
  const clientId = read('CLIENT_ID', words, 'the client id there', false)
  const clientSecret = read('CLIENT_SECRET', words, 'the client secret there', true)
  if (problems.length > before || !issuer || !clientId || !clientSecret) return undefined
  return { name: name.toLowerCase().replaceAll('_', '-'), issuer, clientId, clientSecret }
}
