import { Pencil, Trash2 } from 'lucide-react'
import { Forced } from '../gallery/forced.tsx'
import type { Story } from '../gallery/story.ts'
import { Menu } from './menu.tsx'

const items = [
  { label: '고치기', icon: <Pencil />, onSelect: () => {} },
  { label: '지우기', icon: <Trash2 />, danger: true, onSelect: () => {} },
]

export const story: Story = {
  component: 'Menu',
  states: {
    'opens when pressed': () => <Menu label="글 메뉴" items={items} />,
    hover: () => (
      <Forced state="hover">
        <Menu label="가리킨 메뉴" items={items} />
      </Forced>
    ),
    'without items': () => <Menu label="빈 메뉴" items={[false, undefined]} />,
  },
}
