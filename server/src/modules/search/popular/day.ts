const formats = new Map<string, Intl.DateTimeFormat>()

/** The day of a moment in a zone, `2026-11-21`. */
export function dayIn(timezone: string, at: Date): string {
  let format = formats.get(timezone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: timezone, dateStyle: 'short' })
    formats.set(timezone, format)
  }
  return format.format(at)
}
