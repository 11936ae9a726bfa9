import { join } from 'node:path'
import { inflate } from '@sparticuz/chromium'

const [folder = '.'] = process.argv.slice(2)
const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']
await Promise.all(archives.map((name) => inflate(join(folder, name))))
