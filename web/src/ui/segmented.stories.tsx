import { useState } from 'react'
import { Forced } from '../gallery/forced.tsx'
import type { Story } from '../gallery/story.ts'
import { Segmented } from './segmented.tsx'

const options = [
  { value: 'best', label: '도움순' },
  { value: 'latest', label: '최신순' },
]

function Specimen() {
  const [value, setValue] = useState('best')
  return <Segmented label="정렬" value={value} options={options} onChange={setValue} />
}

export const story: Story = {
  component: 'Segmented',
  states: {
    'default, first selected': () => <Specimen />,
    hover: () => (
      <Forced state="hover">
        <Specimen />
      </Forced>
    ),
    'focus-visible': () => (
      <Forced state="focus-visible">
        <Specimen />
      </Forced>
    ),
  },
}
