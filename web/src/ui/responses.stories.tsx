import { Forced } from '../gallery/forced.tsx'
import { subject } from '../gallery/specimens.ts'
import { Stand } from '../gallery/stand.tsx'
import type { Story } from '../gallery/story.ts'
import { Responses } from './responses.tsx'

const none = { ...subject, likes: 0, own: { reaction: null, bookmarked: false } }
const row = (of = subject) => (
  <Stand>
    <Responses subject={of} dislike share={of.link} talk={{ to: '#Responses', name: 'Comments', label: '3' }} />
  </Stand>
)

export const story: Story = {
  component: 'Responses',
  states: {
    default: () => row(none),
    selected: () => row(),
    hover: () => <Forced state="hover">{row()}</Forced>,
    'focus-visible': () => <Forced state="focus-visible">{row()}</Forced>,
  },
}
