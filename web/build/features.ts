import { existsSync, readdirSync } from 'node:fs'
import { relative } from 'node:path'
import type { Plugin } from 'vite'

/** What each feature's folder gives, in a file of the same name: `feature` everywhere, `heads` for the server alone. */
const parts = { 'virtual:features': 'feature', 'virtual:heads': 'heads' } as const
const virtual = (id: string) => (id in parts ? (id as keyof typeof parts) : undefined)

/** Folders of the web parts to link, by name: those of src/features, and the packages that WEB_FEATURES names. */
function featureFolders(root: string, isServing: boolean): Map<string, string> {
  const own = readdirSync(`${root}/src/features`, { withFileTypes: true })
    .filter((entry) => existsSync(`${root}/src/features/${entry.name}/feature.ts`))
    .map((entry) => entry.name)
  const added = (process.env['WEB_FEATURES'] ?? '').split(',').filter(Boolean)
  return new Map([
    ...own.sort().map((name) => [name, `/src/features/${name}`] as const),
    ...(isServing ? [['gallery', '/src/gallery'] as const] : []),
    ...added.map((name) => [name, name] as const),
  ])
}

/** Turns the features into imports, and tells the server which file a lazy import is in, for preloads. */
export function features(): Plugin {
  let root = ''
  let isServing = false
  const address = (folder: string, part: string) => `${folder}/${part}${folder.startsWith('/') ? '.ts' : ''}`
  return {
    name: 'madang:features',
    enforce: 'pre',
    configResolved(config) {
      root = config.root
      isServing = config.command === 'serve'
    },
    resolveId: (id) => (virtual(id) ? `\0${id}` : undefined),
    async load(id) {
      const module = id.startsWith('\0') ? virtual(id.slice(1)) : undefined
      if (!module) return undefined
      const part = parts[module]
      const all = [...featureFolders(root, isServing)].map(async ([name, folder]) => {
        const file = address(folder, part)
        return part === 'feature' || (await this.resolve(file)) ? [{ name, file }] : []
      })
      const found = (await Promise.all(all)).flat()
      const imports = found.map(({ file }, n) => `import { ${part} as f${n} } from ${JSON.stringify(file)}`)
      const list = found
        .map(({ name }, n) => (part === 'feature' ? `f${n}` : `[${JSON.stringify(name)}, f${n}]`))
        .join()
      return `${imports.join('\n')}\nexport const ${module.slice('virtual:'.length)} = [${list}]`
    },
    async transform(code, id) {
      if (!/\/(?:feature|core-words)\.[jt]s$/.test(id) || this.environment.name !== 'ssr') return undefined
      let out = code
      for (const [call, , path = ''] of code.matchAll(/\(\) => import\((["'])(.+?)\1\)/g)) {
        const target = await this.resolve(path, id)
        if (target)
          out = out.replace(call, `Object.assign(${call}, { file: ${JSON.stringify(relative(root, target.id))} })`)
      }
      return { code: out, map: null }
    },
  }
}
