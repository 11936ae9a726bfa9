import type { ConfigProblem } from './config-problems.ts'
import type { Environment } from './read-variables.ts'
import { type VariableName, variables } from './variables.ts'

/** Variables that make sense only together. */
const sets: readonly (readonly VariableName[])[] = [
  ['S3_ENDPOINT', 'S3_REGION', 'S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'],
  ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_CHANNEL_GENERAL', 'SLACK_CHANNEL_INQUIRY', 'SLACK_CHANNEL_ERROR'],
  ['TOSS_CLIENT_KEY', 'TOSS_SECRET_KEY'],
  ['MAP_TILE_URL', 'MAP_ATTRIBUTION'],
  ['GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET'],
  ['KAKAO_CLIENT_ID', 'KAKAO_CLIENT_SECRET'],
  ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
  ['NAVER_CLIENT_ID', 'NAVER_CLIENT_SECRET'],
  ['FACEBOOK_CLIENT_ID', 'FACEBOOK_CLIENT_SECRET'],
  ['ADMIN_EMAIL', 'ADMIN_PASSWORD'],
]

/** A variable, and the ones that it is of no use without. */
const needs: readonly (readonly [VariableName, VariableName])[] = [
  ['DATABASE_REPLICA_URLS', 'DATABASE_URL'],
  ['LLM_BASE_URL', 'LLM_MODEL'],
  ['LLM_MODEL', 'LLM_BASE_URL'],
  ['LLM_API_KEY', 'LLM_BASE_URL'],
  ['LLM_EMBED_MODEL', 'LLM_BASE_URL'],
]

/** Names every variable that is missing beside the given ones. Wrong ones count as given: they are named already. */
export function checkCompleteSets(env: Environment, problems: ConfigProblem[]): void {
  const isGiven = (name: VariableName) => Boolean(env[name]?.trim() || env[`${name}_FILE`]?.trim())
  const missing = new Map<VariableName, VariableName>()
  for (const set of sets) {
    const given = set.find(isGiven)
    if (given) for (const name of set.filter((each) => !isGiven(each))) missing.set(name, given)
  }
  for (const [name, needed] of needs) if (isGiven(name) && !isGiven(needed)) missing.set(needed, name)
  for (const [name, given] of missing) {
    problems.push({ name, reason: `is missing, ${given} is given`, example: variables[name].example })
  }
}
