import type { Story } from '../../gallery/story.ts'
import { TwoDrafts } from './two-drafts.tsx'

const text = '볕이 드는 쪽에 심었어요.\n\n물은 사흘에 한 번이면 돼요.'

export const story: Story = {
  component: 'TwoDrafts',
  states: {
    'another tab writes, too': () => (
      <TwoDrafts keepMine={() => {}} takeTheirs={() => () => {}}>
        {text}
      </TwoDrafts>
    ),
    'a long text': () => (
      <TwoDrafts keepMine={() => {}} takeTheirs={() => () => {}}>
        {`${text}\n\n`.repeat(8)}
      </TwoDrafts>
    ),
  },
}
