import type { Backends } from './config.ts'
import type { Values } from './variables.ts'

/** The complete sets among the values. */
export function readBackends(values: Values): Omit<Backends, 'signIn'> {
  return {
    redisUrls: values.REDIS_URL,
    kafkaBrokers: values.KAFKA_BROKERS,
    openSearchUrls: values.OPENSEARCH_URL,
    s3: complete({
      endpoint: values.S3_ENDPOINT,
      region: values.S3_REGION,
      bucket: values.S3_BUCKET,
      accessKey: values.S3_ACCESS_KEY,
      secretKey: values.S3_SECRET_KEY,
    }),
    cdnUrl: values.CDN_URL,
    smsUrl: values.SMS_URL,
    slack: readSlack(values),
    toss: complete({ clientKey: values.TOSS_CLIENT_KEY, secretKey: values.TOSS_SECRET_KEY }),
    kakaoRestKey: values.KAKAO_REST_KEY,
    kakaoJsKey: values.KAKAO_JS_KEY,
    map: complete({ tileUrl: values.MAP_TILE_URL, attribution: values.MAP_ATTRIBUTION }),
    languageModel: readLanguageModel(values),
  }
}

function readSlack(values: Values): Backends['slack'] {
  const keys = complete({ botToken: values.SLACK_BOT_TOKEN, signingSecret: values.SLACK_SIGNING_SECRET })
  const channels = complete({
    general: values.SLACK_CHANNEL_GENERAL,
    inquiry: values.SLACK_CHANNEL_INQUIRY,
    error: values.SLACK_CHANNEL_ERROR,
  })
  return keys && channels && { ...keys, channels }
}

function readLanguageModel(values: Values): Backends['languageModel'] {
  const address = complete({ baseUrl: values.LLM_BASE_URL, model: values.LLM_MODEL })
  return address && { ...address, apiKey: values.LLM_API_KEY, embedModel: values.LLM_EMBED_MODEL }
}

function complete<K extends string>(parts: Record<K, string | undefined>): Record<K, string> | undefined {
  return Object.values(parts).includes(undefined) ? undefined : (parts as Record<K, string>)
}
