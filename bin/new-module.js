#!/usr/bin/env node
import { launch } from './lib/launch.js'

await launch({ entry: 'server/src/transports/cli/new-module.ts', dev: true })
