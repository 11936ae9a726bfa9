#!/usr/bin/env node
import { launch } from './lib/launch.js'

await launch({ entry: 'web/e2e/screens.ts', dev: true, web: true })
