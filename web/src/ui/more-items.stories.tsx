import type { Story } from '../gallery/story.ts'
import { MoreItems } from './more-items.tsx'

const more = { onMore: () => {}, pages: 5, next: null }

export const story: Story = {
  component: 'MoreItems',
  states: {
    default: () => <MoreItems {...more} hasMore busy={false} />,
    busy: () => <MoreItems {...more} hasMore busy />,
    'at the end': () => <MoreItems {...more} hasMore={false} busy={false} />,
  },
}
