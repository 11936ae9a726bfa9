import type { VariableName } from './variables.ts'

/** Variables that nothing reads yet. Whoever writes it takes its line out. */
const unsupported: readonly (readonly [VariableName, string])[] = [
  ['MODULES', 'menus follow it, but every module of this version answers'],
  ['ONLY', 'this process serves every module'],
  ['DATABASE_REPLICA_URLS', 'the primary answers reads'],
  ['REDIS_URL', 'PostgreSQL and memory are used'],
  ['KAFKA_BROKERS', 'the event log in PostgreSQL is used'],
  ['OPENSEARCH_URL', 'the search in PostgreSQL is used'],
  ['S3_ENDPOINT', 'files are kept in DATA_DIR'],
  ['CDN_URL', 'files are served from here'],
  ['SMS_URL', 'no messages are sent'],
  ['SLACK_BOT_TOKEN', 'nothing is sent to Slack'],
  ['TOSS_CLIENT_KEY', 'there are no payments'],
  ['KAKAO_REST_KEY', 'there are no maps'],
  ['KAKAO_JS_KEY', 'there are no maps'],
  ['MAP_TILE_URL', 'there are no maps'],
  ['LLM_BASE_URL', 'there is no assistant'],
  ['FETCH_ALLOW_HOSTS', 'nothing is fetched from elsewhere'],
  ['DEMO', 'there are no buttons for demo accounts'],
  ['GITHUB_CLIENT_ID', 'members sign in by password'],
  ['KAKAO_CLIENT_ID', 'members sign in by password'],
  ['GOOGLE_CLIENT_ID', 'members sign in by password'],
  ['NAVER_CLIENT_ID', 'members sign in by password'],
  ['FACEBOOK_CLIENT_ID', 'members sign in by password'],
]

export function warnOfUnsupported(given: Readonly<Record<string, unknown>>, warnings: string[]): void {
  for (const [name, instead] of unsupported) {
    if (given[name] !== undefined && given[name] !== false)
      warnings.push(`${name} is not supported by this version yet: ${instead}`)
  }
  if (Object.keys(given).some((name) => name.startsWith('OIDC_'))) {
    warnings.push('OIDC_… is not supported by this version yet: members sign in by password')
  }
}
