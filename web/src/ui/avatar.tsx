import { patchwork } from './patchwork.ts'

const mostCloths = 2000
const cloths = new Map<string, string>()

/** The shapes of an id's patchwork: numbers and colours alone. One string, for a page of rows draws dozens. */
function clothOf(id: string): string {
  const known = cloths.get(id)
  if (known) return known
  const { patches, accent } = patchwork(id)
  const cloth = patches.map(
    ({ x, y, width, height, fill }) => `<path d="M${x} ${y}h${width}v${height}h-${width}z" fill="${fill}"/>`,
  )
  const whole = `${cloth.join('')}<path d="${accent.path}" fill="${accent.fill}"/>`
  if (cloths.size >= mostCloths) cloths.clear()
  cloths.set(id, whole)
  return whole
}

type Sizes = 18 | 20 | 24 | 32 | 36 | 40 | 48 | 64 | 80
type Props = { of: { id: string; avatarUrl?: string | null }; size?: Sizes; square?: boolean }

/** A member's picture, or the patchwork of their id. Decoration: the name stands beside it. */
export function Avatar({ of: { id, avatarUrl }, size = 24, square }: Props) {
  const className = `av s${size}${square ? ' sq' : ''}`
  if (avatarUrl)
    return (
      <span className={className}>
        <img src={avatarUrl} alt="" width={size} height={size} loading="lazy" decoding="async" />
      </span>
    )
  return (
    <span className={className}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made here, of numbers */}
      <svg viewBox="0 0 36 36" aria-hidden="true" dangerouslySetInnerHTML={{ __html: clothOf(id) }} />
    </span>
  )
}
