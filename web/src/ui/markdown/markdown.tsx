import { use } from 'react'

type Renderer = (markdown: string, prefix?: string) => string

let renderer: Promise<Renderer> | undefined

/** The same renderer on both sides, fetched when Markdown must be drawn here: in previews. */
export function loadRenderer(): Promise<Renderer> {
  renderer ??= import('../../../../server/src/kernel/render-markdown.ts').then((module) => module.renderMarkdown)
  return renderer
}

type Props = { html: string; small?: boolean; className?: string }

/** Sanitised HTML from the API. */
export function Prose({ html, small, className }: Props) {
  return (
    <div
      className={`prose ${small ? 'sm' : ''} ${className ?? ''}`}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered and sanitised by kernel/render-markdown.ts
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}

/** Markdown drawn here; suspends until the renderer is loaded. */
export function Markdown({ source, ...rest }: { source: string } & Omit<Props, 'html'>) {
  return <Prose html={use(loadRenderer())(source)} {...rest} />
}
