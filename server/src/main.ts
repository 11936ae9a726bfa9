import cluster from 'node:cluster'
import { runPrimary } from './process/run-primary.ts'
import { runWebProcess } from './process/run-web-process.ts'

if (cluster.isWorker) await runWebProcess()
else await runPrimary(process.argv.slice(2))
