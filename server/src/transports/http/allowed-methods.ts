import type { Route } from '../../module.ts'

const readable = ['GET', 'HEAD']
const served = /^\/(?:api|files)(?:\/|$)/

/** The methods that a path answers to, by these routes; anything outside the API is a page, which is read. */
export function allowedMethods(routes: Route[]): (url: string) => string[] {
  const paths = [...Map.groupBy(routes, ({ path }) => path)].map(([path, list]) => ({
    pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`),
    methods: list.flatMap(({ method }) => (method === 'GET' ? readable : [method])),
  }))
  return (url) => {
    const path = url.split('?')[0] ?? ''
    if (!served.test(path)) return readable
    return [...new Set(paths.flatMap(({ pattern, methods }) => (pattern.test(path) ? methods : [])))].sort()
  }
}
