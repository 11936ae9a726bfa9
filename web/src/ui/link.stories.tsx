import type { Story } from '../gallery/story.ts'
import { Link } from './link.tsx'

export const story: Story = {
  component: 'Link',
  states: {
    'in a text': () => (
      <p>
        <Link to="/boards">Boards</Link>, <Link to="/tags/kafka">#kafka</Link>
      </p>
    ),
    quiet: () => (
      <Link className="quiet" to="/boards">
        Boards
      </Link>
    ),
  },
}
