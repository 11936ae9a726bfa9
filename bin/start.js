#!/usr/bin/env node
import { launch } from './lib/launch.js'

const onlyChecks = process.argv.includes('--check')

await launch({ entry: 'server/src/main.ts', web: !onlyChecks, server: true })
