import type { Story } from '../gallery/story.ts'
import { Cover } from './cover.tsx'

export const story: Story = {
  component: 'Cover',
  states: {
    'from a seed': () => <Cover seed="crs_1" />,
    'in a hue': () => <Cover seed="crs_1" hue={165} />,
  },
}
