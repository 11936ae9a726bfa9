import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Binaries, findBinaries } from './binaries.ts'
import { configureCluster, database, ensureCluster, spawnOptions, user } from './cluster.ts'
import { lockDirectory } from './directory-lock.ts'
import { findHome, socketFolder } from './home.ts'
import { boundLog, logSize } from './log-file.ts'
import { explainFileError, explainOutput } from './postgres-problem.ts'
import { type Postmaster, startPostmaster, stopOrphan } from './postmaster.ts'
import { type Settings, tunedSettings } from './settings.ts'
import { supervise } from './supervise.ts'
import { ownerOf, type RunAs } from './unprivileged-user.ts'

export interface EmbeddedPostgresOptions {
  dataDir: string
  /** Laid over the tuned ones; tests turn fsync off here. */
  settings?: Settings
  /** Progress, a line each. */
  say?: (line: string) => void
  /** PostgreSQL has ended and starting it again did not help: connections will not come back. */
  onDown?: (reason: string) => void
}

/** Where it answers: a Unix socket that only this user may use; no password, no TCP. */
export interface EmbeddedPostgres {
  /** The socket's folder, as libpq and `pg` take it for `host`. */
  readonly host: string
  readonly port: number
  readonly user: string
  readonly database: string
  /** The postmaster's; another one after it was killed and started again. */
  readonly pid: number
  readonly logFile: string
  /** Stops it cleanly and lets the directory go. Connections still open are cut. */
  stop(): Promise<void>
}

const port = 5432

/**
 * Runs the PostgreSQL that npm brought, with its data under `dataDir`: makes the cluster once, stops one left behind,
 * starts, watches, starts again when it was killed. It ends with this process, however that ends. Linux and macOS.
 * Throws `PostgresProblem` with a message for the operator.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir)
  try {
    mkdirSync(dataDir, { recursive: true })
    const unlock = await lockDirectory(join(dataDir, 'postgres.lock'), options.say ?? (() => {}))
    try {
      return await start(dataDir, options, unlock)
    } catch (error) {
      unlock()
      throw error
    }
  } catch (error) {
    throw explainFileError(error, dataDir)
  }
}

async function start(
  dataDir: string,
  { settings, onDown, say = () => {} }: EmbeddedPostgresOptions,
  unlock: () => void,
): Promise<EmbeddedPostgres> {
  const home = findHome(dataDir, say)
  const runAs = ownerOf(home)
  const binaries = findBinaries(home, runAs)
  const cluster = ensureCluster(home, binaries, runAs, say)
  const socket = socketFolder(home, runAs)
  configureCluster(cluster, { ...tunedSettings(), port, ...settings, unix_socket_directories: socket.path }, runAs)
  const logFile = join(home, 'postgres.log')
  const stopBounding = boundLog(logFile)
  const letGo = () => {
    stopBounding()
    socket.remove()
    unlock()
  }
  const supervised = await supervise({
    start: () => startFresh({ cluster, binaries, runAs, socketPath: socket.path, logFile, say }),
    say,
    onEnd(reason) {
      letGo()
      if (reason !== undefined) onDown?.(`${reason}, see ${logFile}`)
    },
  }).catch((error: unknown) => {
    letGo()
    throw error
  })
  return {
    host: socket.path,
    port,
    user,
    database,
    logFile,
    get pid() {
      return supervised.pid
    },
    stop: supervised.stop,
  }
}

interface FreshStart {
  cluster: string
  binaries: Binaries
  runAs: RunAs
  socketPath: string
  logFile: string
  say: (line: string) => void
}

async function startFresh({ cluster, binaries, runAs, socketPath, logFile, say }: FreshStart): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    await stopOrphan(cluster, say)
    // a socket's lock file outlives a kill -9 too
    for (const name of [`.s.PGSQL.${port}`, `.s.PGSQL.${port}.lock`]) rmSync(join(socketPath, name), { force: true })
    const from = logSize(logFile)
    const postmaster = await startPostmaster(binaries.native, cluster, logFile, spawnOptions(binaries, runAs))
    if (postmaster) return postmaster
    const output = readFileSync(logFile).subarray(from).toString()
    // backends of one that was killed a moment ago still hold the shared memory
    if (!/still in use|lock file .* already exists/.test(output) || attempt === 40) throw explainOutput(output, cluster)
    await sleep(250)
  }
}
