import { logLevels, presets, roles } from './config.ts'
import { moduleName } from './module-names.ts'
import {
  email,
  flag,
  host,
  hostAndPort,
  integer,
  list,
  longText,
  mailbox,
  network,
  oneOf,
  origin,
  type Parser,
  password,
  postgresUrl,
  tileUrl,
  timezone,
  tossKey,
  url,
  words,
} from './parsers.ts'

export interface Variable<T> {
  parse: Parser<T>
  example: string
  /** May also be given as the path of a file, in `NAME_FILE`. */
  isSecret: boolean
}

function plain<T>(parse: Parser<T>, example: string): Variable<T> {
  return { parse, example, isSecret: false }
}

function secret<T>(parse: Parser<T>, example: string): Variable<T> {
  return { parse, example, isSecret: true }
}

/** Every variable that is read, but for `OIDC_<NAME>_…`, whose names the operator chooses. */
export const variables = {
  PORT: plain(integer(1, 65_535), '3000'),
  HOST: plain(host, '0.0.0.0'),
  PUBLIC_URL: plain(origin, 'https://community.example'),
  DATA_DIR: plain(words, '/var/lib/madang'),
  SECRET_KEY: secret(list(longText(32, 1000)), 'the output of: openssl rand -base64 48'),
  PRESET: plain(oneOf(presets), 'knowledge'),
  MODULES: plain(list(moduleName), 'community,wiki'),
  ROLES: plain(list(oneOf(roles)), 'web,worker'),
  ONLY: plain(list(moduleName), 'search'),
  WEB_PROCESSES: plain(integer(1, 64), '4'),
  TIMEZONE: plain(timezone, 'Asia/Seoul'),
  DATABASE_URL: secret(postgresUrl, 'postgres://user:password@db.example:5432/madang'),
  DATABASE_REPLICA_URLS: secret(list(postgresUrl), 'postgres://user:password@replica.example:5432/madang'),
  REDIS_URL: secret(list(url('redis', 'rediss', 'redis-sentinel')), 'redis://redis.example:6379'),
  KAFKA_BROKERS: plain(list(hostAndPort), 'kafka-1.example:9092,kafka-2.example:9092'),
  OPENSEARCH_URL: secret(list(url('http', 'https')), 'https://user:password@search.example:9200'),
  S3_ENDPOINT: plain(url('http', 'https'), 'https://s3.example'),
  S3_REGION: plain(words, 'ap-northeast-2'),
  S3_BUCKET: plain(words, 'madang'),
  S3_ACCESS_KEY: secret(words, 'AKIA…'),
  S3_SECRET_KEY: secret(words, 'the secret that belongs to S3_ACCESS_KEY'),
  CDN_URL: plain(url('http', 'https'), 'https://cdn.example'),
  SMTP_URL: secret(url('smtp', 'smtps'), 'smtps://user:password@mail.example:465'),
  MAIL_FROM: plain(mailbox, 'Community <hello@community.example>'),
  SMS_URL: secret(url('http', 'https'), 'https://key@sms.example/send'),
  SLACK_BOT_TOKEN: secret(words, 'xoxb-…'),
  SLACK_SIGNING_SECRET: secret(words, 'the signing secret of the Slack app'),
  SLACK_CHANNEL_GENERAL: plain(words, 'C0123456789'),
  SLACK_CHANNEL_INQUIRY: plain(words, 'C0123456789'),
  SLACK_CHANNEL_ERROR: plain(words, 'C0123456789'),
  TOSS_CLIENT_KEY: plain(tossKey, 'test_ck_…'),
  TOSS_SECRET_KEY: secret(tossKey, 'test_sk_…'),
  KAKAO_REST_KEY: secret(words, 'the REST API key of the Kakao app'),
  KAKAO_JS_KEY: plain(words, 'the JavaScript key of the Kakao app'),
  MAP_TILE_URL: plain(tileUrl, 'https://tiles.example/{z}/{x}/{y}.png'),
  MAP_ATTRIBUTION: plain(words, '© OpenStreetMap contributors'),
  LLM_BASE_URL: plain(url('http', 'https'), 'http://localhost:11434/v1'),
  LLM_API_KEY: secret(words, 'sk-…'),
  LLM_MODEL: plain(words, 'the name of a model'),
  LLM_EMBED_MODEL: plain(words, 'the name of an embedding model'),
  GITHUB_CLIENT_ID: plain(words, 'the client id at GitHub'),
  GITHUB_CLIENT_SECRET: secret(words, 'the client secret at GitHub'),
  KAKAO_CLIENT_ID: plain(words, 'the client id at Kakao'),
  KAKAO_CLIENT_SECRET: secret(words, 'the client secret at Kakao'),
  GOOGLE_CLIENT_ID: plain(words, 'the client id at Google'),
  GOOGLE_CLIENT_SECRET: secret(words, 'the client secret at Google'),
  NAVER_CLIENT_ID: plain(words, 'the client id at Naver'),
  NAVER_CLIENT_SECRET: secret(words, 'the client secret at Naver'),
  FACEBOOK_CLIENT_ID: plain(words, 'the client id at Facebook'),
  FACEBOOK_CLIENT_SECRET: secret(words, 'the client secret at Facebook'),
  ADMIN_EMAIL: plain(email, 'admin@community.example'),
  ADMIN_PASSWORD: secret(password, 'eight characters or more'),
  FETCH_ALLOW_HOSTS: plain(list(host), 'feeds.example,10.0.0.7'),
  TRUST_PROXY: plain(list(network), '10.0.0.0/8,127.0.0.1'),
  LOG_LEVEL: plain(oneOf(logLevels), 'info'),
  DEMO: plain(flag, 'true'),
} as const

export type VariableName = keyof typeof variables
export type Value<N extends VariableName> = ReturnType<(typeof variables)[N]['parse']>
export type Values = { readonly [N in VariableName]?: Value<N> | undefined }
