// Writes web/src/api/routes.generated.ts from the routes that the composed modules declare; nothing has to run.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Registry } from 'prom-client'
import { type OpenApi, routeTypes } from '../../../../web/src/api/generate.ts'
import { compose } from '../../compose.ts'
import { readConfig } from '../../config/read-config.ts'
import { createLiveHub } from '../../platform/live/live-hub.ts'
import { openApiOf } from '../http/openapi.ts'
import { liveRoute } from '../sse/live-route.ts'

const folder = mkdtempSync(join(tmpdir(), 'madang-api-types-'))
const config = { ...readConfig({ DATA_DIR: folder, LOG_LEVEL: 'error' }), roles: [] }
const { platform, parts } = await compose({ config, database: {}, pages: false })
const routes = [...parts.values()].flatMap((part) => part.routes ?? [])
const document = openApiOf(
  [...routes, liveRoute(platform, createLiveHub({ ...platform, metrics: new Registry() }))],
  config.publicUrl,
)
const types = routeTypes(JSON.parse(JSON.stringify(document)) as OpenApi)
writeFileSync(new URL('../../../../web/src/api/routes.generated.ts', import.meta.url), types)
rmSync(folder, { recursive: true })
process.exit(0)
