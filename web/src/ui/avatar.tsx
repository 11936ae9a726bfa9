import { patchwork } from './patchwork.ts'

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
  const { patches, accent } = patchwork(id)
  return (
    <span className={className}>
      <svg viewBox="0 0 36 36" aria-hidden="true">
        {patches.map(({ x, y, width, height, fill }) => (
          <rect key={`${x} ${y}`} x={x} y={y} width={width} height={height} fill={fill} />
        ))}
        <path d={accent.path} fill={accent.fill} />
      </svg>
    </span>
  )
}
