// Holds an embedded PostgreSQL, writes rows, and prints a line for each that was acknowledged.
import pg from 'pg'
import { PostgresProblem } from '../../src/adapters/embedded-postgres/postgres-problem.ts'
import { startEmbeddedPostgres } from '../../src/adapters/embedded-postgres/start-embedded-postgres.ts'

const [dataDir = '', ...options] = process.argv.slice(2)
const print = (line: string) => process.stdout.write(`${line}\n`)

try {
  const postgres = await startEmbeddedPostgres({ dataDir, say: print, settings: { fsync: 'off' } })
  const { host, port, user, database } = postgres
  const pool = new pg.Pool({ host, port, user, database, max: 4 })
  pool.on('error', () => {})
  await pool.query('create table if not exists written (id text primary key)')
  let isStopping = false
  const write = async (writer: number) => {
    for (let n = 0; !isStopping; n++) {
      const id = `${process.pid}-${writer}-${n}`
      try {
        await pool.query('insert into written values ($1)', [id])
        print(`wrote ${id}`)
      } catch {
        await new Promise((done) => setTimeout(done, 5))
      }
    }
  }
  const writers = options.includes('--write') ? [1, 2, 3, 4].map(write) : []
  const stay = setInterval(() => {}, 1000)
  const stop = async () => {
    isStopping = true
    await Promise.all(writers)
    await pool.end()
    await postgres.stop()
    clearInterval(stay)
    print('stopped')
  }
  process.on('SIGTERM', stop)
  print(`ready ${postgres.pid}`)
  if (options.includes('--once')) await stop()
} catch (error) {
  if (!(error instanceof PostgresProblem)) throw error
  print(`problem ${error.code} ${error.message}`)
  process.exit(error.exitCode)
}
