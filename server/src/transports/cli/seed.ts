import { parseArgs } from 'node:util'
import { readConfig } from '../../config/read-config.ts'
import { timeOf } from '../../importers/markdown/time-of.ts'
import { createPen } from '../../importers/pen.ts'
import type { Locale } from '../../kernel/problem.ts'
import type { IdentityApi } from '../../modules/identity/index.ts'
import { inProcessApi } from '../../process/in-process-api.ts'
import { openInstance } from '../../process/open-instance.ts'
import { explain } from '../../process/operator-problem.ts'
import { type Size, sizes } from '../../seed/plan.ts'
import { SeedRefused } from '../../seed/refused.ts'
import { runSeed, type SeedReport } from '../../seed/run-seed.ts'
import { optionsOf, stopBySignal } from './command-line.ts'
import { createProgress } from './progress.ts'

const usage = `npm run seed [-- OPTIONS]
  Fills an empty instance with a made-up community: members, questions with answers, an error archive, talk, comments, likes.
  Run again it adds nothing, cut off it goes on; where members came by themselves it does not begin. It works while the
  instance runs, and when it does not.

  --locale ko|en|both   (both)
  --size s|m|l          a fifth, 40 members with 120 questions, twenty times that (m)
  --seed NUMBER         another one gives another community (42)
  --until DAY           the 90 days before it are filled, 2026-11-21 (today)`

const locales: Record<string, Locale[]> = { ko: ['ko'], en: ['en'], both: ['ko', 'en'] }

const today = (timezone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short' }).format(new Date())

function readOptions(argv: string[]) {
  const { values } = parseArgs({
    args: argv,
    options: {
      locale: { type: 'string', default: 'both' },
      size: { type: 'string', default: 'm' },
      seed: { type: 'string', default: '42' },
      until: { type: 'string' },
    },
  })
  const { timezone } = readConfig(process.env)
  const chosen = locales[values.locale]
  const end = timeOf(values.until ?? today(timezone), timezone)
  if (!chosen) throw new Error(`--locale is ko, en or both, not ${values.locale}`)
  if (!(values.size in sizes)) throw new Error(`--size is s, m or l, not ${values.size}`)
  if (!/^\d{1,9}$/.test(values.seed)) throw new Error('--seed is a number')
  if (!end || end > new Date()) throw new Error('--until is a day like 2026-11-21, not after today')
  return { locales: chosen, size: values.size as Size, seed: Number(values.seed), end }
}

function linesOf({ added, counts, checksum, accountsFile, password, isCut }: SeedReport): string[] {
  return [
    ...Object.entries(counts).map(([what, n]) => `  ${what.padEnd(16)} ${String(n).padStart(6)}`),
    `${added} things were added in this run.${isCut ? ' Stopped before the end: run it again to go on.' : ''}`,
    '',
    'Sign in as admin@demo.invalid, moderator@demo.invalid, member@demo.invalid or newbie@demo.invalid',
    `with the password ${password} (kept in ${accountsFile})`,
    '',
    `checksum ${checksum}`,
  ]
}

async function main(argv: string[]): Promise<number> {
  const options = optionsOf(() => readOptions(argv), usage)
  if (!options) return 64
  const isStopped = stopBySignal()
  const pen = createPen()
  const { instance, close } = await openInstance({ clock: pen.clock, ids: pen.ids, also: [pen.module] })
  try {
    const identity = instance.parts.get('identity')?.api as IdentityApi
    const tools = { platform: instance.platform, identity, pen, api: inProcessApi(instance) }
    const { onProgress } = createProgress()
    const report = await runSeed(tools, options, { onProgress, isStopped })
    process.stdout.write(`${linesOf(report).join('\n')}\n`)
    return report.isCut ? 130 : 0
  } catch (error) {
    if (!(error instanceof SeedRefused)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  } finally {
    await close()
  }
}

process.exitCode = await main(process.argv.slice(2)).catch((error) => explain(error, 0))
