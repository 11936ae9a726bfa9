import { subjectKinds } from '../app/subject-kinds.ts'
import { Forced } from '../gallery/forced.tsx'
import type { Story } from '../gallery/story.ts'
import { KindChip, KindIcon } from './kind-chip.tsx'

const place = { title: '자유게시판', link: '/boards/free' }

export const story: Story = {
  component: 'KindChip',
  states: {
    'every kind': () => (
      <div className="flex flex-wrap gap-3">
        {subjectKinds().map(({ kind }) => (
          <KindChip key={kind} kind={kind} />
        ))}
      </div>
    ),
    'in a place': () => <KindChip kind="post" place={place} />,
    hover: () => (
      <Forced state="hover">
        <KindChip kind="post" place={place} />
      </Forced>
    ),
    'beside its picture': () => <KindChip kind="post" bare />,
    'unknown kind': () => <KindChip kind="unheard" />,
    icons: () => (
      <div className="flex flex-wrap gap-3">
        {subjectKinds().map(({ kind }) => (
          <KindIcon key={kind} kind={kind} />
        ))}
      </div>
    ),
  },
}
