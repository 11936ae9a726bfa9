import { author, left } from '../gallery/specimens.ts'
import type { Story } from '../gallery/story.ts'
import { MemberName } from './member-name.tsx'

export const story: Story = {
  component: 'MemberName',
  states: {
    default: () => <MemberName of={author} />,
    'one who left': () => <MemberName of={left} />,
  },
}
