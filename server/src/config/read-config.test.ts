import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ConfigProblems } from './config-problems.ts'
import { readArguments } from './read-arguments.ts'
import { checkConfig, readConfig } from './read-config.ts'
import { samples } from './samples.ts'
import { type VariableName, variables } from './variables.ts'

const top = mkdtempSync(join(tmpdir(), 'madang-config-'))
chmodSync(top, 0o755)
afterAll(() => rmSync(top, { recursive: true, force: true }))
const newFolder = () => mkdtempSync(join(top, 'data-'))
let files = 0
const fileWith = (text: string) => {
  const file = join(top, `secret-${files++}`)
  writeFileSync(file, text)
  return file
}

const names = Object.keys(samples) as VariableName[]
const secrets = names.filter((name) => variables[name].isSecret)
const complete = () =>
  ({ ...Object.fromEntries(names.map((name) => [name, samples[name].right])), DATA_DIR: newFolder() }) as Record<
    string,
    string
  >

function problemsOf(env: Record<string, string>): { names: string[]; text: string } {
  try {
    readConfig(env)
    return { names: [], text: '' }
  } catch (error) {
    if (!(error instanceof ConfigProblems)) throw error
    return { names: error.problems.map(({ name }) => name), text: error.message }
  }
}

describe('the environment', () => {
  test('says nothing: everything has its default', () => {
    const dataDir = newFolder()
    const config = readConfig({ DATA_DIR: dataDir })
    expect(config).toMatchObject({
      port: 3000,
      host: '0.0.0.0',
      publicUrl: 'http://localhost:3000',
      dataDir,
      preset: 'everything',
      roles: ['web', 'realtime', 'worker'],
      timezone: 'Asia/Seoul',
      databaseReplicaUrls: [],
      mailFrom: 'Madang <no-reply@localhost>',
      fetchAllowHosts: [],
      trustProxy: [],
      logLevel: 'info',
      demo: false,
      backends: { signIn: [] },
      warnings: [],
    })
    expect(config.webProcesses).toBeGreaterThanOrEqual(1)
    for (const name of ['modules', 'only', 'databaseUrl', 'smtpUrl', 'adminEmail', 'adminPassword'] as const) {
      expect(config[name]).toBeUndefined()
    }
  })

  test('says everything: each variable arrives where it belongs', () => {
    const config = readConfig({
      ...complete(),
      OIDC_MY_CORP_ISSUER: 'https://id.example',
      OIDC_MY_CORP_CLIENT_ID: 'me',
      OIDC_MY_CORP_CLIENT_SECRET: 's',
    })
    expect(config).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      publicUrl: 'https://community.example',
      secretKeys: ['k'.repeat(32), `${'k'.repeat(32)}2`],
      preset: 'knowledge',
      modules: ['community', '@me/polls'],
      roles: ['web', 'worker'],
      only: ['search'],
      webProcesses: 3,
      timezone: 'Europe/Berlin',
      databaseUrl: 'postgres://user:hidden@db.example:5432/madang',
      databaseReplicaUrls: ['postgres://user:hidden@r1.example/madang', 'postgres://user:hidden@r2.example/madang'],
      smtpUrl: 'smtps://user:hidden@mail.example:465',
      mailFrom: '마당 <hello@community.example>',
      adminEmail: 'admin@community.example',
      adminPassword: 'hidden-password',
      fetchAllowHosts: ['feeds.example', '10.0.0.7'],
      trustProxy: ['10.0.0.0/8', '::1'],
      logLevel: 'debug',
      demo: true,
    })
    expect(config.backends).toEqual({
      redisUrls: ['redis://:hidden@redis.example:6379'],
      kafkaBrokers: ['k1.example:9092', 'k2.example:9092'],
      openSearchUrls: ['https://u:hidden@search.example:9200'],
      s3: {
        endpoint: 'https://s3.example',
        region: 'ap-northeast-2',
        bucket: 'madang',
        accessKey: 'hidden-access',
        secretKey: 'hidden-secret',
      },
      cdnUrl: 'https://cdn.example',
      smsUrl: 'https://hidden@sms.example',
      slack: {
        botToken: 'xoxb-hidden',
        signingSecret: 'hidden-signing',
        channels: { general: 'C1', inquiry: 'C2', error: 'C3' },
      },
      toss: { clientKey: 'test_ck_1', secretKey: 'test_sk_hidden' },
      kakaoRestKey: 'hidden-rest',
      kakaoJsKey: 'js-key',
      map: { tileUrl: 'https://tiles.example/{z}/{x}/{y}.png', attribution: '© OpenStreetMap contributors' },
      languageModel: { baseUrl: 'http://localhost:11434/v1', apiKey: 'sk-hidden', model: 'model', embedModel: 'embed' },
      signIn: [
        ...['github', 'kakao', 'google', 'naver', 'facebook'].map((name) => ({
          name,
          clientId: `${name}-id`,
          clientSecret: `hidden-${name}`,
        })),
        { name: 'my-corp', issuer: 'https://id.example', clientId: 'me', clientSecret: 's' },
      ],
    })
  })

  test.each(names)('%s wrong is named, with an example and without its value', (name) => {
    for (const wrong of samples[name].wrong) {
      const { names: found, text } = problemsOf({ ...complete(), [name]: wrong })
      expect(found, wrong).toEqual([name])
      expect(text).toContain(`(example: ${variables[name].example})`)
      expect(text).not.toMatch(/hidden/)
    }
  })

  test.each(secrets)('%s may come from a file, which must be there, hold something, and be the only source', (name) => {
    const { [name]: value = '', ...others } = complete()
    const withFile = (path: string) => ({ ...others, [`${name}_FILE`]: path })
    const expected = readConfig({ ...others, [name]: value })
    expect(readConfig(withFile(fileWith(`${value}\n`)))).toEqual(expected)
    const refused = [
      [withFile(join(top, 'missing')), 'cannot be read (ENOENT)'],
      [withFile(top), 'cannot be read (EISDIR)'],
      [withFile(fileWith(' \n')), 'is empty'],
      [withFile(fileWith(samples[name].wrong[0] ?? '')), ''],
      [{ ...withFile(fileWith(value)), [name]: value }, 'is given twice'],
    ] as const
    for (const [env, reason] of refused) {
      const problems = problemsOf(env)
      expect(problems.names).toEqual([name])
      expect(problems.text).toContain(reason)
      expect(problems.text).not.toMatch(/hidden/)
    }
  })

  test.each(names.filter((name) => !secrets.includes(name)))('%s does not come from a file', (name) => {
    const { [name]: value = '', ...others } = complete()
    const { text } = problemsOf({ ...others, [`${name}_FILE`]: fileWith(value) })
    expect(text).toContain(`${name}: only secrets may come from a file`)
  })

  test('with many things wrong tells all of them at once, a line each, and ends with 78', () => {
    const error = catching(() => readConfig({ PORT: 'x', LOG_LEVEL: 'loud', DATABSE_URL: 'hidden', S3_BUCKET: 'b' }))
    expect(error).toBeInstanceOf(ConfigProblems)
    expect(error).toMatchObject({ exitCode: 78 })
    expect((error as Error).message.split('\n')).toEqual([
      'PORT: must be a number from 1 to 65535 (example: 3000)',
      'LOG_LEVEL: must be one of fatal, error, warn, info, debug, trace, silent (example: info)',
      expect.stringMatching(/^S3_ENDPOINT: is missing, S3_BUCKET is given \(example: /),
      expect.stringMatching(/^S3_REGION: is missing/),
      expect.stringMatching(/^S3_ACCESS_KEY: is missing/),
      expect.stringMatching(/^S3_SECRET_KEY: is missing/),
      'DATABSE_URL: is not known, did you mean DATABASE_URL?',
    ])
  })
})

describe('sets', () => {
  test.each([
    [['ADMIN_EMAIL'], ['ADMIN_PASSWORD']],
    [['TOSS_SECRET_KEY'], ['TOSS_CLIENT_KEY']],
    [['GITHUB_CLIENT_ID'], ['GITHUB_CLIENT_SECRET']],
    [['MAP_TILE_URL'], ['MAP_ATTRIBUTION']],
    [
      ['SLACK_BOT_TOKEN', 'SLACK_CHANNEL_ERROR'],
      ['SLACK_SIGNING_SECRET', 'SLACK_CHANNEL_GENERAL', 'SLACK_CHANNEL_INQUIRY'],
    ],
    [['DATABASE_REPLICA_URLS'], ['DATABASE_URL']],
    [['DATABASE_URL'], ['SECRET_KEY']],
    [['LLM_API_KEY', 'LLM_MODEL'], ['LLM_BASE_URL']],
    [['LLM_BASE_URL'], ['LLM_MODEL']],
    [['S3_ENDPOINT', 'S3_REGION', 'S3_BUCKET', 'S3_ACCESS_KEY'], ['S3_SECRET_KEY']],
  ] as [VariableName[], VariableName[]][])('%j without %j is refused, with it taken', (given, missing) => {
    const env = (some: VariableName[]) => Object.fromEntries(some.map((name) => [name, samples[name].right]))
    const dataDir = { DATA_DIR: newFolder() }
    const problems = problemsOf({ ...dataDir, ...env(given) }).names
    expect(problems.sort()).toEqual([...missing].sort())
    const also = given.includes('DATABASE_REPLICA_URLS') ? env(['SECRET_KEY']) : {}
    expect(problemsOf({ ...dataDir, ...env([...given, ...missing]), ...also }).names).toEqual([])
  })

  test('test and live keys are not mixed', () => {
    const keys = { DATA_DIR: newFolder(), TOSS_CLIENT_KEY: 'live_ck_1' }
    expect(problemsOf({ ...keys, TOSS_SECRET_KEY: 'test_sk_1' }).names).toEqual(['TOSS_SECRET_KEY'])
    expect(problemsOf({ ...keys, TOSS_SECRET_KEY: 'live_sk_1' }).names).toEqual([])
  })

  test('an OpenID Connect provider has all three, and nothing unknown', () => {
    const dataDir = { DATA_DIR: newFolder() }
    expect(problemsOf({ ...dataDir, OIDC_CORP_ISSUER: 'https://id.example' }).names).toEqual([
      'OIDC_CORP_CLIENT_ID',
      'OIDC_CORP_CLIENT_SECRET',
    ])
    expect(problemsOf({ ...dataDir, OIDC_CORP_SECRET: 'hidden' }).names).toEqual(['OIDC_CORP_SECRET'])
    const secret = { OIDC_CORP_CLIENT_SECRET_FILE: fileWith('hidden') }
    const config = readConfig({
      ...dataDir,
      ...secret,
      OIDC_CORP_ISSUER: 'https://id.example',
      OIDC_CORP_CLIENT_ID: 'i',
    })
    expect(config.backends.signIn[0]?.clientSecret).toBe('hidden')
  })
})

describe('near misses', () => {
  test.each([
    ['DATABASE_ULR', 'DATABASE_URL'],
    ['SMTP_URLS', 'SMTP_URL'],
    ['PUBLIC_UR', 'PUBLIC_URL'],
    ['TIMEZ0NE', 'TIMEZONE'],
    ['SECRET_KEY_FIL', 'SECRET_KEY_FILE'],
  ])('%s is taken for %s and refused', (given, meant) => {
    expect(problemsOf({ DATA_DIR: newFolder(), [given]: 'x' }).text).toBe(
      `${given}: is not known, did you mean ${meant}?`,
    )
  })

  test('short names only warn, and what is further away is somebody else’s', () => {
    const config = readConfig({ DATA_DIR: newFolder(), POTR: '1', DATABASE_PORT: '1', PGDATA: 'x', HOSTNAME: 'x' })
    expect(config.warnings).toEqual(['POTR is not known, did you mean PORT?'])
  })
})

describe('warnings', () => {
  test('say what is asked for and not there yet, and nothing of what is off', () => {
    const warningsOf = (env: object) => readConfig({ DATA_DIR: newFolder(), ...env }).warnings
    for (const env of [
      { MODULES: 'community' },
      { ONLY: 'search' },
      { DEMO: 'true' },
      { FETCH_ALLOW_HOSTS: 'a.example' },
    ])
      expect(warningsOf(env)).toEqual([
        expect.stringContaining(`${Object.keys(env)[0]} is not supported by this version yet`),
      ])
    expect(warningsOf({ DEMO: 'false' })).toEqual([])
  })

  test('a module that is meant is named', () => {
    const { names, text } = problemsOf({ DATA_DIR: newFolder(), MODULES: 'community,learnin' })
    expect(names).toEqual(['MODULES'])
    expect(text).toContain('did you mean learning?')
  })

  test('say that a backend has no adapter yet, and where passwords would travel unencrypted', () => {
    const { warnings } = readConfig({
      DATA_DIR: newFolder(),
      REDIS_URL: 'redis://:hidden@redis.example',
      PUBLIC_URL: 'http://community.example',
    })
    expect(warnings).toEqual([
      'REDIS_URL is not supported by this version yet: PostgreSQL and memory are used',
      'PUBLIC_URL begins with http:// on another host than this one: passwords travel unencrypted',
    ])
    expect(readConfig({ DATA_DIR: newFolder(), PUBLIC_URL: 'http://127.0.0.1:8080' }).warnings).toEqual([])
  })
})

describe('the secret key', () => {
  test('is made once where none is given, and only its user can read it', () => {
    const dataDir = join(newFolder(), 'new')
    const first = readConfig({ DATA_DIR: dataDir })
    const file = join(dataDir, 'secret-key')
    expect(Buffer.byteLength(first.secretKeys[0] ?? '')).toBeGreaterThanOrEqual(32)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readConfig({ DATA_DIR: dataDir }).secretKeys).toEqual(first.secretKeys)
    writeFileSync(file, 'cut')
    expect(problemsOf({ DATA_DIR: dataDir }).text).toContain('is damaged')
  })

  test('is not made by a check, nor is the folder', () => {
    const dataDir = join(newFolder(), 'new')
    expect(checkConfig({ DATA_DIR: dataDir })).toEqual([])
    expect(() => checkConfig({ DATA_DIR: dataDir, PORT: 'x' })).toThrow(ConfigProblems)
    expect(() => statSync(dataDir)).toThrow('ENOENT')
  })
})

test('a folder that this user may not write is refused', () => {
  const closed = newFolder()
  chmodSync(closed, 0o555)
  const script = `import { readConfig } from ${JSON.stringify(new URL('./read-config.ts', import.meta.url).href)}
    try { readConfig({ DATA_DIR: process.argv[1] }) } catch (error) { console.log(error.exitCode, error.message) }`
  const asUser = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const { stdout, error } = spawnSync(process.execPath, ['--input-type=module', '-e', script, join(closed, 'data')], {
    ...asUser,
    encoding: 'utf8',
  })
  expect(error).toBeUndefined()
  expect(stdout).toMatch(/^78 DATA_DIR: .*this user may not write there/)
})

describe('the command line', () => {
  test('wins over the environment', () => {
    const options = readArguments(['--roles', 'worker', '--only', 'search,community'])
    expect(readConfig({ DATA_DIR: newFolder(), ROLES: 'web', ONLY: 'wiki' }, options)).toMatchObject({
      roles: ['worker'],
      only: ['search', 'community'],
    })
    expect(readArguments(['--check', '--dev'])).toMatchObject({ check: true, dev: true })
    expect(readArguments([])).toEqual({ check: false, dev: false, roles: undefined, only: undefined })
  })

  test('is refused when it is not understood', () => {
    for (const argv of [['--role', 'web'], ['--roles', 'boss'], ['start'], ['--only']]) {
      expect(() => readArguments(argv), argv.join(' ')).toThrow(ConfigProblems)
    }
  })
})

function catching(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}
