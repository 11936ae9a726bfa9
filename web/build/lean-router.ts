import type { Plugin } from 'vite'

const itsComponents = /react-router\/dist\/\w+\/lib\/dom\/lib\.js$/

/**
 * React Router's own `Link`, `NavLink` and `Form` bring its framework mode along, and we have none of them. They leave the
 * bundle once it is said that making a component does nothing else.
 */
export function leanRouter(): Plugin {
  return {
    name: 'madang:lean-router',
    applyToEnvironment: ({ name }) => name === 'client',
    apply: 'build',
    transform(code, id) {
      if (!itsComponents.test(id)) return undefined
      const lean = code
        .replaceAll(/= (React\$1\.forwardRef\()/g, '= /* @__PURE__ */ $1')
        .replaceAll(/^(?:HistoryRouter|Link|NavLink|Form)\.displayName = .*;$/gm, '')
      if (lean === code) this.error('React Router looks otherwise by now: see web/build/lean-router.ts')
      return { code: lean, map: null }
    },
  }
}
