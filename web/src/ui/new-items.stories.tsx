import { Forced } from '../gallery/forced.tsx'
import type { Story } from '../gallery/story.ts'
import { NewItems } from './new-items.tsx'

const pill = () => <NewItems label="새 글 6개" onShow={() => {}} />

export const story: Story = {
  component: 'NewItems',
  states: {
    default: pill,
    hover: () => <Forced state="hover">{pill()}</Forced>,
    'focus-visible': () => <Forced state="focus-visible">{pill()}</Forced>,
  },
}
