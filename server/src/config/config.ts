export const roles = ['web', 'realtime', 'worker'] as const
export type Role = (typeof roles)[number]

export const presets = ['knowledge', 'learning', 'running', 'careers', 'pets', 'everything'] as const
export type Preset = (typeof presets)[number]

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** What the operator decided: read once at the start, never again. */
export interface Config {
  readonly port: number
  readonly host: string
  /** An origin, without a slash at its end. */
  readonly publicUrl: string
  /** Absolute. */
  readonly dataDir: string
  /** The first one signs, all of them verify. */
  readonly secretKeys: readonly string[]
  readonly preset: Preset
  /** The instance's; the preset's when absent. */
  readonly modules?: readonly string[] | undefined
  /** This process's. */
  readonly roles: readonly Role[]
  /** This process's; all modules when absent. */
  readonly only?: readonly string[] | undefined
  readonly webProcesses: number
  /** IANA name. */
  readonly timezone: string
  /** The embedded PostgreSQL when absent. */
  readonly databaseUrl?: string | undefined
  readonly databaseReplicaUrls: readonly string[]
  /** The local outbox when absent. */
  readonly smtpUrl?: string | undefined
  /** `a@b.example` or `Name <a@b.example>` */
  readonly mailFrom: string
  readonly adminEmail?: string | undefined
  readonly adminPassword?: string | undefined
  readonly fetchAllowHosts: readonly string[]
  /** Addresses and networks in CIDR notation. */
  readonly trustProxy: readonly string[]
  readonly logLevel: LogLevel
  readonly demo: boolean
  readonly backends: Backends
  /** What the operator should hear at the start; a line each, without secrets. */
  readonly warnings: readonly string[]
}

/** Outside services by address; the embedded substitute is used for each that is absent. */
export interface Backends {
  readonly redisUrls?: readonly string[] | undefined
  readonly kafkaBrokers?: readonly string[] | undefined
  readonly openSearchUrls?: readonly string[] | undefined
  readonly s3?: S3Backend | undefined
  readonly cdnUrl?: string | undefined
  readonly smsUrl?: string | undefined
  readonly slack?: SlackBackend | undefined
  readonly toss?: { readonly clientKey: string; readonly secretKey: string } | undefined
  readonly kakaoRestKey?: string | undefined
  readonly kakaoJsKey?: string | undefined
  readonly map?: { readonly tileUrl: string; readonly attribution: string } | undefined
  readonly languageModel?: LanguageModelBackend | undefined
  readonly signIn: readonly SignInProvider[]
}

export interface S3Backend {
  readonly endpoint: string
  readonly region: string
  readonly bucket: string
  readonly accessKey: string
  readonly secretKey: string
}

export interface SlackBackend {
  readonly botToken: string
  readonly signingSecret: string
  readonly channels: { readonly general: string; readonly inquiry: string; readonly error: string }
}

export interface LanguageModelBackend {
  readonly baseUrl: string
  readonly apiKey?: string | undefined
  readonly model: string
  readonly embedModel?: string | undefined
}

export interface SignInProvider {
  /** `github`, or the lower-case NAME of `OIDC_<NAME>_…` */
  readonly name: string
  /** Only of OpenID Connect providers named by the operator. */
  readonly issuer?: string | undefined
  readonly clientId: string
  readonly clientSecret: string
}
