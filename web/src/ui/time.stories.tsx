import { useNow } from '../app/now.tsx'
import { Stand } from '../gallery/stand.tsx'
import type { Story } from '../gallery/story.ts'
import { Time } from './time.tsx'

const minutes = [0, 12, 60 * 5, 60 * 30, 60 * 24 * 20, 60 * 24 * 500]

function Specimens() {
  const now = useNow()
  return (
    <p className="flex flex-wrap gap-4">
      {minutes.map((ago) => (
        <Time key={ago} at={new Date(now - ago * 60_000).toISOString()} />
      ))}
    </p>
  )
}

export const story: Story = {
  component: 'Time',
  states: {
    'from now to last year': () => (
      <Stand>
        <Specimens />
      </Stand>
    ),
  },
}
