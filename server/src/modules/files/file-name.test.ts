import { expect, it } from 'vitest'
import { contentDisposition, extensionOf, tidyFileName } from './file-name.ts'

it.each([
  ['../../etc/passwd', 'passwd', ''],
  ['C:\\boot.ini', 'boot.ini', 'ini'],
  ['con.png', 'con.png', 'png'],
  ['.htaccess', 'htaccess', ''],
  ['...', 'file', ''],
  ['한글 사진 (1).jpg', '한글 사진 (1).jpg', 'jpg'],
  ['a\u200b.png', 'a.png', 'png'],
  ['trail.png.', 'trail.png', 'png'],
  ['"><img src=x onerror=alert(1)>.png', '___img src=x onerror=alert(1)_.png', 'png'],
  ['emoji-👩‍👩‍👧‍👦.png', 'emoji-👩‍👩‍👧‍👦.png', 'png'],
  ['photo\u202egnp.exe', 'photognp.exe', 'exe'],
  ['|id.png', '_id.png', 'png'],
  ['a/b/c.PNG', 'c.PNG', 'png'],
  ['한글.txt', '한글.txt', 'txt'],
  ['', 'file', ''],
])('%j is shown as %j', (given, shown, extension) => {
  expect(tidyFileName(given)).toBe(shown)
  expect(extensionOf(tidyFileName(given))).toBe(extension)
})

it('cuts a long name and keeps its extension', () => {
  const name = tidyFileName(`${'가'.repeat(300)}.jpeg`)
  expect(name.length).toBeLessThan(115)
  expect(extensionOf(name)).toBe('jpeg')
})

it('loses no time on a name of eighty thousand dots', () => {
  const began = process.cpuUsage()
  const name = tidyFileName(`a${'.'.repeat(80_000)}x.png`)
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(500)
  expect([name.length < 115, extensionOf(name)]).toEqual([true, 'png'])
})

it('names a download in any script without breaking its header', () => {
  const header = contentDisposition('attachment', '보고서 "최종" 100%.pdf')
  expect(header).toBe(
    `attachment; filename="___ ____ 100_.pdf"; filename*=UTF-8''${encodeURIComponent('보고서 "최종" 100%.pdf')}`,
  )
  expect(header).toMatch(/^[\x20-\x7e]*$/)
})
