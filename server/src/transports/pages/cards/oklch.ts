const gamma = (x: number) => (x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055)
const byte = (x: number) => Math.round(Math.min(1, Math.max(0, gamma(x))) * 255)

/** `#rrggbb` of `oklch(l c h)`, clipped to sRGB (CSS Color 4, §10): the renderer of SVG knows no oklch. */
export function hexOf(oklch: string): string {
  const [l = 0, c = 0, h = 0] = (oklch.match(/-?[\d.]+/g) ?? []).map(Number)
  const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)]
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  const bytes = [
    byte(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    byte(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    byte(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ]
  return `#${bytes.map((n) => n.toString(16).padStart(2, '0')).join('')}`
}
