import { createElement, type FunctionComponent, type ReactElement, type SVGProps } from 'react'

type Props = SVGProps<SVGSVGElement> & { size?: number }
type Drawing = { node: readonly (readonly [tag: string, attributes: Record<string, string>])[] }

/**
 * A build puts this in the place of lucide-react's own `createLucideIcon`, which takes more code than a page's icons, and
 * more time: its drawing is made once. Of lucide's own properties it knows `size` alone.
 */
// biome-ignore lint/style/noDefaultExport: as lucide's icons import it
export default function createLucideIcon({ node }: Drawing): FunctionComponent<Props> {
  let drawing: ReactElement[] | undefined
  return ({ className, size = 24, ...rest }) => {
    drawing ??= node.map(([tag, attributes]) => createElement(tag, attributes))
    return createElement(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width: size,
        height: size,
        viewBox: '0 0 24 24',
        fill: 'none',
        stroke: 'currentColor',
        strokeWidth: 2,
        strokeLinecap: 'round',
        strokeLinejoin: 'round',
        className: className ? `lucide ${className}` : 'lucide',
        'aria-hidden': rest['aria-label'] || rest.role ? undefined : true,
        ...rest,
      },
      drawing,
    )
  }
}
