import { subject } from '../gallery/specimens.ts'
import { Stand } from '../gallery/stand.tsx'
import type { Story } from '../gallery/story.ts'
import { SubjectCard } from './subject-card.tsx'

const bare = { ...subject, author: null, excerpt: '', tags: [], status: null, title: 'gardengardengarden'.repeat(8) }

export const story: Story = {
  component: 'SubjectCard',
  states: {
    default: () => (
      <Stand>
        <SubjectCard subject={subject} />
      </Stand>
    ),
    'in a place': () => (
      <Stand>
        <SubjectCard
          subject={{
            ...subject,
            container: { id: 'brd_1', kind: 'board', title: '텃밭', titleEn: 'Garden', link: '/boards/garden' },
          }}
        />
      </Stand>
    ),
    'a long word, its author gone': () => (
      <Stand>
        <SubjectCard subject={bare} />
      </Stand>
    ),
    skeleton: () => (
      <div className="grid gap-2" aria-hidden="true">
        <span className="sk block w-1/2" />
        <span className="sk block" />
      </div>
    ),
  },
}
