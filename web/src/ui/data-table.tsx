import type { ReactNode } from 'react'
import { useWords } from './words.ts'

export type Column<T> = {
  key: string
  /** Empty over buttons: only who hears the table is told. */
  label: string
  /** Figures stand right. */
  right?: boolean
  /** Left out below 768 px. */
  desk?: boolean
  cell: (row: T) => ReactNode
}

type Props<T> = {
  label: string
  columns: Column<T>[]
  rows: readonly T[]
  rowKey: (row: T) => string
  empty: ReactNode
}

/** Rows and columns; scrolls sideways in its own frame, reachable by keyboard. */
export function DataTable<T>({ label, columns, rows, rowKey, empty }: Props<T>) {
  const t = useWords()
  if (rows.length === 0) return empty
  const classOf = ({ right, desk }: Column<T>) => [right && 'r', desk && 'max-md:hidden'].filter(Boolean).join(' ')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="card table-wrap" aria-label={label} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={classOf(column)}>
                {column.label || <span className="sr">{t('acts')}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <td key={column.key} className={classOf(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
