import type { Story } from '../gallery/story.ts'
import { Avatar } from './avatar.tsx'

const sizes = [18, 20, 24, 32, 36, 40, 48, 64, 80] as const

export const story: Story = {
  component: 'Avatar',
  states: {
    sizes: () => (
      <div className="flex flex-wrap items-end gap-3">
        {sizes.map((size) => (
          <Avatar key={size} of={{ id: `mbr_${size}` }} size={size} />
        ))}
      </div>
    ),
    square: () => <Avatar of={{ id: 'mbr_square' }} size={48} square />,
    picture: () => <Avatar of={{ id: 'mbr_picture', avatarUrl: '/icon-192.png' }} size={48} />,
  },
}
