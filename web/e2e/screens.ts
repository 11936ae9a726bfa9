import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { launchBrowser } from '../../server/test/browser.ts'
import type { Locale } from '../src/words/words.tsx'
import { everyScreen } from './screen-list.ts'
import { indexOf } from './screens-index.ts'
import { seededInstance } from './seeded-instance.ts'
import { type Round, type Shot, shootRound, type Theme } from './shoot-screens.ts'

const usage = `npm run screens [-- FOLDER OPTIONS]
  Shoots every screen of a seeded instance into FOLDER (.madang/screens), with an index.html.

  --only WORD           screens whose name holds it: question, console, guest …
  --width 1280|390      one of the two
  --theme light|dark    one of the two
  --locale ko|en        one of the two`

function readOptions(argv: string[]) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      only: { type: 'string', default: '' },
      width: { type: 'string' },
      theme: { type: 'string' },
      locale: { type: 'string' },
    },
  })
  const folder = resolve(process.env['INIT_CWD'] ?? '.', positionals[0] ?? '')
  const themes: Theme[] = ['light', 'dark']
  const locales: Locale[] = ['ko', 'en']
  const rounds: Round[] = [1280, 390]
    .filter((width) => !values.width || String(width) === values.width)
    .flatMap((width) =>
      locales
        .filter((locale) => !values.locale || locale === values.locale)
        .map((locale) => ({
          width,
          locale,
          themes: themes.filter((theme) => !values.theme || theme === values.theme),
        })),
    )
  if (rounds.length === 0 || rounds[0]?.themes.length === 0) throw new Error('no round is left')
  return { folder: positionals[0] ? folder : resolve('.madang/screens'), only: values.only, rounds }
}

async function main(argv: string[]): Promise<number> {
  let options: ReturnType<typeof readOptions>
  try {
    options = readOptions(argv)
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}\n`)
    return 64
  }
  const { folder, only, rounds } = options
  const instance = await seededInstance()
  const browser = await launchBrowser()
  const shots: Shot[] = []
  try {
    await rm(join(folder, 'index.html'), { force: true })
    await mkdir(folder, { recursive: true })
    const context = await browser.newContext({ baseURL: instance.url })
    const screens = (await everyScreen(context.request)).filter(({ name }) => name.includes(only))
    for (const round of rounds) {
      shots.push(...(await shootRound(browser, instance, screens, round, folder)))
      process.stdout.write(`${round.width} ${round.locale}: ${screens.length} screens\n`)
    }
    await writeFile(join(folder, 'index.html'), indexOf(shots))
  } finally {
    await browser.close()
    await instance.close()
  }
  const faulty = shots.filter(({ faults }) => faults.length > 0)
  for (const { screen, width, locale, faults } of faulty)
    process.stdout.write(`${screen.name} ${width} ${locale}: ${faults.join('; ')}\n`)
  process.stdout.write(`${shots.length} pictures in ${join(folder, 'index.html')}\n`)
  return faulty.length > 0 ? 1 : 0
}

process.exitCode = await main(process.argv.slice(2))
