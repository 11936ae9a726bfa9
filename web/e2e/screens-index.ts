import type { Shot } from './shoot-screens.ts'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const picture = ({ file, width, theme, locale, faults }: Shot) => `<figure class="w${width}">
  ${file ? `<a href="${file}"><img src="${file}" loading="lazy" alt=""></a>` : ''}
  <figcaption>${width} ${theme} ${locale}${faults.map((fault) => `<b>${escaped(fault)}</b>`).join('')}</figcaption>
</figure>`

function section(name: string, shots: Shot[]): string {
  const order = [...shots].sort((a, b) => (a.file < b.file ? -1 : 1))
  const path = escaped(shots[0]?.screen.path ?? '')
  return `<section id="${name}"><h2>${name} <code>${path}</code></h2><div>${order.map(picture).join('\n')}</div></section>`
}

/** One page with every picture, by screen. */
export function indexOf(shots: Shot[]): string {
  const byName = Map.groupBy(shots, ({ screen }) => screen.name)
  const names = [...byName.keys()].sort()
  return `<!doctype html>
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Screens</title>
<style>
  body { font: 14px/1.5 system-ui; margin: 24px; color-scheme: light dark }
  nav { columns: 12rem; margin-bottom: 32px }
  nav a { display: block }
  section > div { display: flex; gap: 16px; overflow-x: auto; align-items: start }
  figure { margin: 0; flex: none; width: 480px }
  figure.w390 { width: 200px }
  img { width: 100%; border: 1px solid gray; display: block }
  b { display: block; color: crimson }
</style>
<nav>${names.map((name) => `<a href="#${name}">${name}</a>`).join('')}</nav>
${names.map((name) => section(name, byName.get(name) ?? [])).join('\n')}
`
}
