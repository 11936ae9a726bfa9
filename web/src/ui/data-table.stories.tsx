import { Forced } from '../gallery/forced.tsx'
import type { Story } from '../gallery/story.ts'
import { type Column, DataTable } from './data-table.tsx'
import { EmptyState } from './empty-state.tsx'

type Row = { id: string; name: string; posts: number }
const rows: Row[] = [
  { id: 'a', name: '이한결', posts: 1240 },
  { id: 'b', name: 'PaperCrane', posts: 7 },
]
const columns: Column<Row>[] = [
  { key: 'name', label: '별명', cell: ({ name }) => name },
  { key: 'posts', label: '글', right: true, cell: ({ posts }) => posts },
  { key: 'id', label: '번호', desk: true, cell: ({ id }) => id },
]
const table = (label: string, shown: readonly Row[]) => (
  <DataTable
    label={label}
    columns={columns}
    rows={shown}
    rowKey={({ id }) => id}
    empty={<EmptyState heading="아직 아무도 없어요" as="h3" />}
  />
)

export const story: Story = {
  component: 'DataTable',
  states: {
    default: () => table('회원', rows),
    hover: () => <Forced state="hover">{table('회원, 가리킴', rows)}</Forced>,
    empty: () => table('빈 회원', []),
  },
}
