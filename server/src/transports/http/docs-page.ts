import type { TSchema } from 'typebox'
import type { Route } from '../../module.ts'
import { plainSchema } from './openapi.ts'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (c) => escapes[c] ?? c)

const schemaBlock = (title: string, schema: TSchema | undefined | null) =>
  schema
    ? `<details><summary>${title}</summary><pre>${escaped(JSON.stringify(plainSchema(schema), null, 2))}</pre></details>`
    : ''

function section(route: Route): string {
  const access = typeof route.access === 'object' ? route.access.role : route.access
  const answers = Object.entries(route.answers).map(
    ([status, schema]) => schemaBlock(`Answer ${status}`, schema) || `<p>Answers ${status}</p>`,
  )
  const refusals = (route.refuses ?? []).map(
    ({ code, status, title }) =>
      `<li><b>${status}</b> <code>${code}</code> ${escaped(title.en)} · <span lang="ko">${escaped(title.ko)}</span></li>`,
  )
  return `<section id="${escaped(`${route.method}${route.path}`)}">
<h3><span class="method">${route.method}</span> <code>${escaped(route.path)}</code> <small>${access}</small></h3>
<p>${escaped(route.summary)}</p>
${schemaBlock('Path', route.params)}${schemaBlock('Query', route.query)}${schemaBlock('Body', route.body)}${answers.join('')}
${refusals.length ? `<ul>${refusals.join('')}</ul>` : ''}</section>`
}

const style = `:root{color-scheme:light dark}body{font:15px/1.6 system-ui,sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem}
h2{margin-top:3rem}h3{font-size:1rem;margin:2rem 0 0}small{opacity:.7;font-weight:400}.method{display:inline-block;min-width:4rem}
pre{overflow:auto;padding:1rem;border:1px solid color-mix(in oklab,currentcolor 20%,transparent);border-radius:8px}
nav a{margin-right:1rem}section{border-top:1px solid color-mix(in oklab,currentcolor 15%,transparent)}p{margin:.25rem 0}`

/** The reference for people: the same declarations as the OpenAPI document, readable without JavaScript. */
export function docsPage(routes: Route[]): string {
  const groups = Map.groupBy(
    routes.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    ({ path }) => path.split('/')[2] ?? '',
  )
  const nav = [...groups.keys()].map((name) => `<a href="#${name}">${name}</a>`).join('')
  const body = [...groups].map(([name, list]) => `<h2 id="${name}">${name}</h2>${list.map(section).join('')}`).join('')
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Madang API</title>
<style>${style}</style><h1>Madang API</h1><p><a href="/api/openapi.json">OpenAPI 3.1</a> · problems are <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a></p>
<nav>${nav}</nav>${body}</html>`
}
