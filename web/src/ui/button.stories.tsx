import { PenLine } from 'lucide-react'
import { Forced } from '../gallery/forced.tsx'
import type { Story } from '../gallery/story.ts'
import { Button } from './button.tsx'

const looks = ['plain', 'primary', 'soft', 'ghost', 'danger', 'danger-ghost'] as const
const sizes = ['sm', 'md', 'lg'] as const

const every = (props: { disabled?: boolean; busy?: boolean; reason?: string } = {}) => (
  <div className="flex flex-wrap gap-3">
    {looks.map((look) => (
      <Button key={look} look={look} {...props}>
        <PenLine />
        {look}
      </Button>
    ))}
  </div>
)

export const story: Story = {
  component: 'Button',
  states: {
    default: () => every(),
    sizes: () => (
      <div className="flex flex-wrap items-center gap-3">
        {sizes.map((size) => (
          <Button key={size} size={size}>
            {size}
          </Button>
        ))}
      </div>
    ),
    block: () => (
      <Button look="primary" block>
        글 올리기
      </Button>
    ),
    hover: () => <Forced state="hover">{every()}</Forced>,
    'focus-visible': () => <Forced state="focus-visible">{every()}</Forced>,
    active: () => <Forced state="active">{every()}</Forced>,
    selected: () => <Button aria-pressed={true}>팔로우 중</Button>,
    disabled: () => every({ disabled: true }),
    'disabled with the reason': () => every({ reason: '메일 주소를 확인하면 쓸 수 있어요' }),
    busy: () => every({ busy: true }),
  },
}
