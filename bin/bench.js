#!/usr/bin/env node
import { launch } from './lib/launch.js'

await launch({ entry: 'bench/main.ts', dev: true, web: true })
