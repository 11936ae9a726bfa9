import { CSPProvider } from '@base-ui/react/csp-provider'
import { type DehydratedState, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { LiveProvider } from '../live/live-provider.tsx'
import { type Locale, WordsProvider } from '../words/words.tsx'
import { type Means, MeansProvider } from './means.ts'
import { NowProvider } from './now.tsx'

export type Theme = 'light' | 'dark'

/** What the server hands to the browser, as JSON in a data block: no inline script, so no nonce, so HTML can be cached. */
export type Handover = {
  locale: Locale
  theme?: Theme
  /** Milliseconds: the moment that relative times are counted from, the same on both sides. */
  now: number
  /** Of the event log: what happened behind it this page does not know. */
  position: number
  css: string[]
  preload: string[]
  fonts: string[]
  later: string[]
  cache: DehydratedState
  /** Refusals by route id, as the router knows them. */
  errors?: Record<string, { status: number; data: unknown }>
  /** The page could not be drawn: the browser shows the same refusal and does not try again. */
  broken?: true
}

type Props = {
  means: Means
  handover: Handover
  json: string
  /** For machines, from the server alone: the browser leaves it as it is. */
  head?: ReactNode
  children: ReactNode
}

/** The whole page. `json` is byte for byte the same on both sides. */
export function Document({ means, handover, json, head, children }: Props) {
  const { locale, theme, css, preload, fonts, now, position } = handover
  return (
    <html lang={locale} data-theme={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/icon-192.png" />
        <link rel="manifest" href="/manifest.webmanifest" />
        {fonts.map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
        {css.map((href) => (
          <link key={href} rel="stylesheet" href={href} precedence="app" />
        ))}
        {/* the page can be read without them: styles and letters come first */}
        {preload.map((href) => (
          <link key={href} rel="modulepreload" href={href} fetchPriority="low" />
        ))}
        {head}
      </head>
      <body>
        <CSPProvider disableStyleElements>
          <QueryClientProvider client={means.query}>
            <MeansProvider value={means}>
              <WordsProvider value={means.words}>
                <NowProvider first={now}>
                  <LiveProvider position={position}>{children}</LiveProvider>
                </NowProvider>
              </WordsProvider>
            </MeansProvider>
          </QueryClientProvider>
        </CSPProvider>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every < escaped, in a block that is no script */}
        <script type="application/json" id="handover" dangerouslySetInnerHTML={{ __html: json }} />
      </body>
    </html>
  )
}
