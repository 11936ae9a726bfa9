import type { Instance } from '../api/wire.ts'
import tokens from '../ui/tokens.css?raw'
import type { Locale } from '../words/words.tsx'
import type { Theme } from './document.tsx'
import type { PageHead } from './head.ts'

/** Path of a share card; without an id, of the instance's own. */
export type CardAddress = (
  locale: Locale,
  id: string | undefined,
  shown: readonly (string | null | undefined)[],
) => string

type Props = {
  later: readonly string[]
  cardAddress: CardAddress
  head: PageHead
  instance: Instance
  locale: Locale
  theme?: Theme | undefined
}

const [, light = '', dark = ''] = /--canvas:\s*light-dark\((.+?\)), (.+?\))\)/.exec(tokens) ?? []
const canvas: Record<Theme, string> = { light, dark }
const regions: Record<Locale, string> = { ko: 'ko_KR', en: 'en_US' }

const breadcrumbs = (crumbs: NonNullable<PageHead['crumbs']>, origin: string) => ({
  '@type': 'BreadcrumbList',
  itemListElement: crumbs.map(({ label, path }, n) => ({
    '@type': 'ListItem',
    position: n + 1,
    name: label,
    item: origin + path,
  })),
})

/** A data block that no text can leave: every `<` is written as an escape. */
const block = (thing: object) =>
  JSON.stringify({ '@context': 'https://schema.org', ...thing }).replaceAll('<', '\\u003c')

/** For messengers, feed readers and search engines: drawn by the server alone, so it costs the browser no script. */
export function PageHeadTags({ later, cardAddress, head, instance, locale, theme }: Props) {
  const { type = 'website', card, crumbs = [], feeds = [], things = [] } = head
  const { url: origin, name } = instance
  const image = origin + cardAddress(locale, card?.id, [name, ...(card?.shown ?? [])])
  const blocks = [...things, ...(crumbs.length > 1 ? [breadcrumbs(crumbs, origin)] : [])].map(block)
  return (
    <>
      <meta property="og:type" content={type} />
      <meta property="og:locale" content={regions[locale]} />
      <meta property="og:image" content={image} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta name="twitter:card" content="summary_large_image" />
      {theme ? (
        <meta name="theme-color" content={canvas[theme]} />
      ) : (
        (['light', 'dark'] as const).map((scheme) => (
          <meta key={scheme} name="theme-color" media={`(prefers-color-scheme: ${scheme})`} content={canvas[scheme]} />
        ))
      )}
      {feeds.map((feed) => (
        <link
          key={feed.type}
          rel="alternate"
          type={`application/${feed.type}+xml`}
          title={feed.title}
          href={origin + feed.path}
        />
      ))}
      <noscript>
        {later.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
      </noscript>
      {blocks.map((json) => (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every < escaped, in a block that is no script
        <script key={json} type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
      ))}
    </>
  )
}
