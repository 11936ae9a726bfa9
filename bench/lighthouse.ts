import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { anyBrowser, launchBrowser } from '../server/test/browser.ts'
import { everyScreen } from '../web/e2e/screen-list.ts'
import { seededInstance } from '../web/e2e/seeded-instance.ts'
import { printTable } from './lib/table.ts'

/** Fetched when it is wanted: with its tree it is larger than all other tools together. */
const version = '13.5.0'
const least = 0.95
/** The best counts: whatever else the machine does only makes a page slower. */
const runs = 3
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const pages = ['home', 'board', 'post', 'question', 'search-hits']
/** Chromium does not always give Lighthouse its trace: then the run is none. */
const mostTries = 6
/** A run takes a third of this. */
const mostMs = 90_000

interface Audit {
  title: string
  score: number | null
  displayValue?: string
}
interface Report {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, Audit>
}

const run = promisify(execFile)

async function measure(url: string, folder: string): Promise<Report> {
  const { executablePath, args, env } = anyBrowser()
  const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', ...args]
  const file = join(folder, 'report.json')
  await run(
    'npm',
    [
      ...['exec', '--yes', '--ignore-scripts', `--package=lighthouse@${version}`, '--', 'lighthouse', url],
      ...['--quiet', '--output=json', `--output-path=${file}`, `--chrome-flags=${flags.join(' ')}`],
      `--only-categories=${categories.join()}`,
    ],
    { env: { ...process.env, ...env, CHROME_PATH: executablePath }, maxBuffer: 64 * 2 ** 20, timeout: mostMs },
  )
  return JSON.parse(await readFile(file, 'utf8')) as Report
}

async function best(one: () => Promise<Report>): Promise<Report> {
  const reports: Report[] = []
  for (let tries = 1; reports.length < runs; tries++)
    try {
      reports.push(await one())
    } catch (error) {
      if (tries >= mostTries) throw error
    }
  const speed = ({ categories: { performance } }: Report) => performance?.score ?? 0
  return reports.reduce((a, b) => (speed(b) > speed(a) ? b : a))
}

function faultsOf({ categories: scores, audits }: Report): string[] {
  const low = categories.filter((name) => (scores[name]?.score ?? 0) < least)
  const refs = low.flatMap((name) => scores[name]?.auditRefs ?? []).filter(({ weight }) => weight > 0)
  return refs.flatMap(({ id }) => {
    const audit = audits[id]
    return audit && (audit.score ?? 1) < 0.9 ? [`${id}: ${audit.title} ${audit.displayValue ?? ''}`.trim()] : []
  })
}

async function addresses(url: string): Promise<Map<string, string>> {
  const browser = await launchBrowser()
  try {
    const { request } = await browser.newContext({ baseURL: url })
    const screens = (await everyScreen(request)).filter(({ who }) => who === 'guest')
    return new Map(screens.map(({ name, path }) => [name.replace(/-guest$/, ''), url + path]))
  } finally {
    await browser.close()
  }
}

/** What Lighthouse says of these pages, those where guests arrive, as a middling phone; false where one falls under 95. */
export async function lighthouse(asked: string[]): Promise<boolean> {
  const instance = await seededInstance()
  const folder = await mkdtemp(join(tmpdir(), 'madang-lighthouse-'))
  const rows: string[][] = []
  const faults: string[] = []
  try {
    const paths = await addresses(instance.url)
    for (const page of asked.length > 0 ? asked : pages) {
      const report = await best(() => measure(paths.get(page) ?? '', folder))
      const scoreOf = (name: string) => report.categories[name]?.score ?? 0
      rows.push([page, ...categories.map((name) => String(Math.round(scoreOf(name) * 100)))])
      const paint = report.audits['largest-contentful-paint']?.displayValue ?? ''
      rows.at(-1)?.push(paint)
      faults.push(...faultsOf(report).map((fault) => `${page}: ${fault}`))
    }
  } finally {
    await instance.close()
    await rm(folder, { recursive: true, force: true })
  }
  printTable(['page', ...categories, 'LCP'], rows)
  for (const fault of faults) process.stdout.write(`${fault}\n`)
  return rows.every((row) => row.slice(1, 5).every((score) => Number(score) >= least * 100))
}
