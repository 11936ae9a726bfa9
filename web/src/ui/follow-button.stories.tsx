import { Stand } from '../gallery/stand.tsx'
import type { Story } from '../gallery/story.ts'
import { FollowButton } from './follow-button.tsx'

const follow = (following?: boolean) => (
  <Stand known={following === undefined ? [] : [[['following', 'boards', 'brd_1'], { following }]]}>
    <FollowButton kind="boards" id="brd_1" />
  </Stand>
)

export const story: Story = {
  component: 'FollowButton',
  states: {
    default: () => follow(false),
    selected: () => follow(true),
    'disabled until it is known': () => follow(),
  },
}
