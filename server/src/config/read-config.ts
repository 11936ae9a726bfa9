import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { checkCompleteSets } from './complete-sets.ts'
import { type Config, roles } from './config.ts'
import { type ConfigProblem, ConfigProblems } from './config-problems.ts'
import { checkDataDir, makeDataDir } from './data-dir.ts'
import { findNearMisses } from './near-misses.ts'
import { Unfit } from './parsers.ts'
import type { Arguments } from './read-arguments.ts'
import { readBackends } from './read-backends.ts'
import { type Environment, readVariables } from './read-variables.ts'
import { keptSecretKey } from './secret-key.ts'
import { readSignInProviders } from './sign-in-providers.ts'
import { warnOfUnsupported } from './unsupported-backends.ts'
import { type Values, variables } from './variables.ts'

type Options = Partial<Arguments>

/**
 * The configuration of this process, from its environment and command line. Makes DATA_DIR and, where no SECRET_KEY
 * is needed, the key kept in it. Throws `ConfigProblems` with everything that is wrong.
 */
export function readConfig(env: Environment, options: Options = {}): Config {
  const { values, ...checked } = check(env)
  const problems: ConfigProblem[] = []
  const dataDir = resolve(values.DATA_DIR ?? './data')
  note(problems, 'DATA_DIR', () => makeDataDir(dataDir))
  const secretKeys = values.SECRET_KEY ?? note(problems, 'DATA_DIR', () => [keptSecretKey(dataDir)])
  if (problems.length > 0 || !secretKeys) throw new ConfigProblems(problems)
  return { ...settle(values, options), ...checked, dataDir, secretKeys }
}

/** The same checks without making anything. Gives the warnings. Throws `ConfigProblems`. */
export function checkConfig(env: Environment): readonly string[] {
  return check(env).warnings
}

function check(env: Environment) {
  const problems: ConfigProblem[] = []
  const warnings: string[] = []
  const values = readVariables(env, problems)
  checkCompleteSets(env, problems)
  const backends = { ...readBackends(values), signIn: readSignInProviders(env, values, problems) }
  findNearMisses(env, problems, warnings)
  note(problems, 'DATA_DIR', () => checkDataDir(resolve(values.DATA_DIR ?? './data')))
  checkTogether(values, env, problems)
  if (problems.length > 0) throw new ConfigProblems(problems)
  warnOfUnsupported(given(env, values), warnings)
  warnOfOpenHttp(values.PUBLIC_URL, warnings)
  return { values, backends, warnings }
}

function checkTogether(values: Values, env: Environment, problems: ConfigProblem[]): void {
  const hasKey = env['SECRET_KEY']?.trim() || env['SECRET_KEY_FILE']?.trim()
  if (values.DATABASE_URL && !hasKey) {
    const reason = 'is required with DATABASE_URL: all processes of an instance must have the same'
    problems.push({ name: 'SECRET_KEY', reason, example: variables.SECRET_KEY.example })
  }
  const { TOSS_CLIENT_KEY: client, TOSS_SECRET_KEY: secret } = values
  if (client && secret && client.slice(0, 4) !== secret.slice(0, 4)) {
    const reason = 'must be a test key where TOSS_CLIENT_KEY is one, and live where that is live'
    problems.push({ name: 'TOSS_SECRET_KEY', reason, example: variables.TOSS_SECRET_KEY.example })
  }
}

function settle(values: Values, options: Options) {
  const port = values.PORT ?? 3000
  const publicUrl = values.PUBLIC_URL ?? `http://localhost:${port}`
  return {
    port,
    host: values.HOST ?? '0.0.0.0',
    publicUrl,
    preset: values.PRESET ?? 'everything',
    modules: values.MODULES,
    roles: options.roles ?? values.ROLES ?? roles,
    only: options.only ?? values.ONLY,
    webProcesses: values.WEB_PROCESSES ?? Math.min(64, Math.max(1, availableParallelism() - 1)),
    timezone: values.TIMEZONE ?? 'Asia/Seoul',
    databaseUrl: values.DATABASE_URL,
    databaseReplicaUrls: values.DATABASE_REPLICA_URLS ?? [],
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM ?? `Madang <no-reply@${new URL(publicUrl).hostname}>`,
    adminEmail: values.ADMIN_EMAIL,
    adminPassword: values.ADMIN_PASSWORD,
    fetchAllowHosts: values.FETCH_ALLOW_HOSTS ?? [],
    trustProxy: values.TRUST_PROXY ?? [],
    logLevel: values.LOG_LEVEL ?? 'info',
    demo: values.DEMO ?? false,
  } as const
}

function given(env: Environment, values: Values): Record<string, unknown> {
  const oidc = Object.entries(env).filter(([name, text]) => name.startsWith('OIDC_') && text)
  return { ...Object.fromEntries(oidc), ...values }
}

function warnOfOpenHttp(publicUrl: string | undefined, warnings: string[]): void {
  const url = publicUrl === undefined ? undefined : new URL(publicUrl)
  if (url?.protocol !== 'http:' || /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname)) return
  warnings.push('PUBLIC_URL begins with http:// on another host than this one: passwords travel unencrypted')
}

/** Runs a step; what it finds unfit becomes a problem of that variable. */
function note<T>(problems: ConfigProblem[], name: 'DATA_DIR', step: () => T): T | undefined {
  try {
    return step()
  } catch (error) {
    if (!(error instanceof Unfit)) throw error
    problems.push({ name, reason: error.message, example: variables[name].example })
    return undefined
  }
}
