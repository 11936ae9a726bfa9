import { Stand } from '../../gallery/stand.tsx'
import type { Story } from '../../gallery/story.ts'
import { Overtaken } from './overtaken.tsx'
import { Resumed } from './resumed.tsx'

const text = '볕이 드는 쪽에 심었어요.\n\n물은 사흘에 한 번이면 돼요.'

export const story: Story = {
  component: 'Overtaken',
  states: {
    'saved meanwhile': () => <Overtaken>{text}</Overtaken>,
    'a long text': () => <Overtaken>{`${text}\n\n`.repeat(12)}</Overtaken>,
    'an edit that goes on from its draft': () => (
      <Stand>
        <Resumed startOver={() => () => {}} />
      </Stand>
    ),
  },
}
