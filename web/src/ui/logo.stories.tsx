import type { Story } from '../gallery/story.ts'
import { Logo } from './logo.tsx'

export const story: Story = { component: 'Logo', states: { default: () => <Logo /> } }
