import { chromium } from 'playwright-core'
import { expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { unpackedChromium } from './unpacked-chromium.ts'

const page = 'data:text/html;charset=utf-8,<title>마당</title><script>document.title += " " + (1 + 1)</script>'

test('a browser is found on the machine, or unpacked, and runs a page', async () => {
  const browser = await launchBrowser()
  const tab = await browser.newPage()
  await tab.goto(page)
  expect(await tab.title()).toBe('마당 2')
  await browser.close()
})

test.runIf(process.platform === 'linux')('the browser from npm runs a page too, for machines without one', async () => {
  const found = unpackedChromium()
  const browser = await chromium.launch({ ...found, args: [...found.args, '--no-sandbox', '--disable-gpu'] })
  const tab = await browser.newPage()
  await tab.goto(page)
  expect(await tab.title()).toBe('마당 2')
  await browser.close()
})
