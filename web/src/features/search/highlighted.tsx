/** The text with its ranges marked: `[start, end)` in UTF-16 units. */
export function Highlighted({ text, ranges }: { text: string; ranges: readonly number[][] }) {
  if (ranges.length === 0) return text
  const parts = ranges.map(([start = 0, end = 0], n) => ({
    before: text.slice(ranges[n - 1]?.[1] ?? 0, start),
    marked: text.slice(start, end),
    start,
  }))
  return (
    <>
      {parts.map(({ before, marked, start }) => (
        <span key={start}>
          {before}
          <mark>{marked}</mark>
        </span>
      ))}
      {text.slice(ranges.at(-1)?.[1] ?? 0)}
    </>
  )
}
