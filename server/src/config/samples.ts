import type { VariableName } from './variables.ts'

const key = 'k'.repeat(32)
const lines = ['two\nlines']

interface Sample {
  right: string
  wrong: readonly string[]
}

/** For the tests: of every variable a right value, and wrong ones of each kind. Together the right ones are complete. */
export const samples: Record<VariableName, Sample> = {
  PORT: { right: '8080', wrong: ['0', '65536', '-1', '80.5', 'http', '1e3'] },
  HOST: { right: '127.0.0.1', wrong: ['http://host', 'a b', 'host:80', '-'] },
  PUBLIC_URL: {
    right: 'https://community.example',
    wrong: ['community.example', 'ftp://a', 'https://a/path', 'https://u:p@a'],
  },
  DATA_DIR: { right: '.', wrong: ['/etc/passwd/data', ...lines] },
  SECRET_KEY: { right: `${key},${key}2`, wrong: ['hidden', `${key},hidden`, `${key},,${key}`] },
  PRESET: { right: 'knowledge', wrong: ['Knowledge', 'other'] },
  MODULES: { right: 'community, @me/polls', wrong: ['Community', 'wiki,,community', '../x', 'comunity', '@me/../x'] },
  ROLES: { right: 'web,worker', wrong: ['web,job', 'web;worker'] },
  ONLY: { right: 'search', wrong: ['a b', 'serch'] },
  WEB_PROCESSES: { right: '3', wrong: ['0', '65', 'many'] },
  TIMEZONE: { right: 'Europe/Berlin', wrong: ['Seoul', '+09:00', 'Asia/Nowhere'] },
  DATABASE_URL: {
    right: 'postgres://user:hidden@db.example:5432/madang',
    wrong: ['mysql://user:hidden@db/x', 'hidden.example', 'postgres://user:hidden@db.example'],
  },
  DATABASE_REPLICA_URLS: {
    right: 'postgres://user:hidden@r1.example/madang,postgres://user:hidden@r2.example/madang',
    wrong: ['postgres://user:hidden@r1.example/madang,hidden'],
  },
  REDIS_URL: { right: 'redis://:hidden@redis.example:6379', wrong: ['http://hidden@redis', 'hidden.example:6379'] },
  KAFKA_BROKERS: {
    right: 'k1.example:9092,k2.example:9092',
    wrong: ['k1.example', 'k1.example:9092,', 'kafka://k1:9092'],
  },
  OPENSEARCH_URL: { right: 'https://u:hidden@search.example:9200', wrong: ['hidden.example:9200', 'redis://hidden@s'] },
  S3_ENDPOINT: { right: 'https://s3.example', wrong: ['s3.example'] },
  S3_REGION: { right: 'ap-northeast-2', wrong: lines },
  S3_BUCKET: { right: 'madang', wrong: lines },
  S3_ACCESS_KEY: { right: 'hidden-access', wrong: ['hidden\naccess'] },
  S3_SECRET_KEY: { right: 'hidden-secret', wrong: ['hidden\nsecret'] },
  CDN_URL: { right: 'https://cdn.example', wrong: ['cdn.example'] },
  SMTP_URL: { right: 'smtps://user:hidden@mail.example:465', wrong: ['https://user:hidden@mail.example', 'hidden'] },
  MAIL_FROM: { right: '마당 <hello@community.example>', wrong: ['hello', 'A <hello>', 'a@b, c@d'] },
  SMS_URL: { right: 'https://hidden@sms.example', wrong: ['sms://hidden'] },
  SLACK_BOT_TOKEN: { right: 'xoxb-hidden', wrong: ['hidden\ntoken'] },
  SLACK_SIGNING_SECRET: { right: 'hidden-signing', wrong: ['hidden\nsigning'] },
  SLACK_CHANNEL_GENERAL: { right: 'C1', wrong: lines },
  SLACK_CHANNEL_INQUIRY: { right: 'C2', wrong: lines },
  SLACK_CHANNEL_ERROR: { right: 'C3', wrong: lines },
  TOSS_CLIENT_KEY: { right: 'test_ck_1', wrong: ['ck_1'] },
  TOSS_SECRET_KEY: { right: 'test_sk_hidden', wrong: ['sk_hidden', 'live_sk_hidden'] },
  KAKAO_REST_KEY: { right: 'hidden-rest', wrong: ['hidden\nrest'] },
  KAKAO_JS_KEY: { right: 'js-key', wrong: lines },
  MAP_TILE_URL: {
    right: 'https://tiles.example/{z}/{x}/{y}.png',
    wrong: ['https://tiles.example/{z}.png', '{z}{x}{y}'],
  },
  MAP_ATTRIBUTION: { right: '© OpenStreetMap contributors', wrong: lines },
  LLM_BASE_URL: { right: 'http://localhost:11434/v1', wrong: ['localhost:11434'] },
  LLM_API_KEY: { right: 'sk-hidden', wrong: ['sk\nhidden'] },
  LLM_MODEL: { right: 'model', wrong: lines },
  LLM_EMBED_MODEL: { right: 'embed', wrong: lines },
  GITHUB_CLIENT_ID: { right: 'github-id', wrong: lines },
  GITHUB_CLIENT_SECRET: { right: 'hidden-github', wrong: ['hidden\ngithub'] },
  KAKAO_CLIENT_ID: { right: 'kakao-id', wrong: lines },
  KAKAO_CLIENT_SECRET: { right: 'hidden-kakao', wrong: ['hidden\nkakao'] },
  GOOGLE_CLIENT_ID: { right: 'google-id', wrong: lines },
  GOOGLE_CLIENT_SECRET: { right: 'hidden-google', wrong: ['hidden\ngoogle'] },
  NAVER_CLIENT_ID: { right: 'naver-id', wrong: lines },
  NAVER_CLIENT_SECRET: { right: 'hidden-naver', wrong: ['hidden\nnaver'] },
  FACEBOOK_CLIENT_ID: { right: 'facebook-id', wrong: lines },
  FACEBOOK_CLIENT_SECRET: { right: 'hidden-facebook', wrong: ['hidden\nfacebook'] },
  ADMIN_EMAIL: { right: 'admin@community.example', wrong: ['admin', 'admin@localhost', 'A <admin@community.example>'] },
  ADMIN_PASSWORD: { right: 'hidden-password', wrong: ['hidden', 'hidden가', 'hidden'.repeat(22)] },
  FETCH_ALLOW_HOSTS: { right: 'feeds.example,10.0.0.7', wrong: ['https://feeds.example', 'a,,b'] },
  TRUST_PROXY: { right: '10.0.0.0/8,::1', wrong: ['10.0.0.0/33', 'proxy', '10.0.0.0/8/8', 'true'] },
  LOG_LEVEL: { right: 'debug', wrong: ['loud'] },
  DEMO: { right: 'true', wrong: ['yes!', '2'] },
}
