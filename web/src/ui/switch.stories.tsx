import { useState } from 'react'
import { Forced } from '../gallery/forced.tsx'
import type { Story } from '../gallery/story.ts'
import { Switch } from './switch.tsx'

function Specimen({ on, disabled = false }: { on: boolean; disabled?: boolean }) {
  const [checked, setChecked] = useState(on)
  return <Switch label="활동 보이기" checked={checked} disabled={disabled} onChange={setChecked} />
}
const both = (disabled = false) => (
  <div className="flex gap-3">
    <Specimen on disabled={disabled} />
    <Specimen on={false} disabled={disabled} />
  </div>
)

export const story: Story = {
  component: 'Switch',
  states: {
    'on and off': () => both(),
    hover: () => <Forced state="hover">{both()}</Forced>,
    'focus-visible': () => <Forced state="focus-visible">{both()}</Forced>,
    disabled: () => both(true),
  },
}
