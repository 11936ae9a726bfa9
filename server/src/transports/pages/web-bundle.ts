import type { Ask, Page } from '../../../../web/src/app/entry-server.tsx'

export type Render = (ask: Ask) => Promise<Page>

/** The web part, however it is served: built files, or Vite in this process. */
export type WebBundle = Pick<Ask, 'entry' | 'assets'> & { render: () => Promise<Render> }

/** The folder of the web part in this checkout. */
export const webRoot = new URL('../../../../web/', import.meta.url)
export const entryFile = 'src/app/entry-client.tsx'
