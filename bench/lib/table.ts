/** Rows as a table of fixed columns for a terminal; numbers to the right. */
export function printTable(head: string[], rows: string[][]): void {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)))
  const line = (cells: string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')
  for (const row of [head, widths.map((width) => '-'.repeat(width)), ...rows]) process.stdout.write(`${line(row)}\n`)
}
