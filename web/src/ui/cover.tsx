import { cloths } from './cloths.ts'

type Props = { seed: string; hue?: number }

/** A cover when there is no picture: a whole 보자기, the same for the same seed. Decoration. */
export function Cover({ seed, hue }: Props) {
  return (
    <div className="cover" aria-hidden="true">
      <svg viewBox="0 0 320 180" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
        {cloths(seed, hue).map(({ path, fill }) => (
          <path key={path} d={path} fill={fill} />
        ))}
      </svg>
    </div>
  )
}
