const rowSelector = '#main [data-row]'

const rows = () => [...document.querySelectorAll<HTMLElement>(rowSelector)]

/** The row that the focus is in, by its link. */
export const currentRow = (): HTMLElement | undefined =>
  rows().find((row) => row === document.activeElement || rowBox(row).contains(document.activeElement))

/** The whole line or card that a row's link stands in. */
export const rowBox = (row: Element): Element => row.closest('li, article') ?? row

/** To the next row or the one before; without a current one to the first that is seen. */
export function moveRow(by: 1 | -1): void {
  const all = rows()
  const current = currentRow()
  const at = current ? all.indexOf(current) + by : all.findIndex((row) => row.getBoundingClientRect().top > 0)
  const next = all[Math.min(Math.max(at, 0), all.length - 1)]
  next?.focus({ preventScroll: true })
  if (next) rowBox(next).scrollIntoView({ block: 'nearest' })
}
