import { useState } from 'react'
import { ApiError } from '../../api/problem.ts'
import type { Story } from '../../gallery/story.ts'
import { Button } from '../button.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'

function Specimen({ label, onConfirm }: { label: string; onConfirm: () => Promise<unknown> }) {
  const [open, setOpen] = useState(false)
  const question = {
    title: '글을 지울까요?',
    text: '‘감나무 심기’가 사라져요. 되돌릴 수 없어요.',
    act: '지우기',
    onConfirm,
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{label}</Button>
      {open && <ConfirmDialog question={question} onClose={() => setOpen(false)} />}
    </>
  )
}

const refuse = async () => {
  throw new ApiError({ status: 409, code: 'in-use', title: '답변이 달린 글은 지울 수 없어요' })
}

export const story: Story = {
  component: 'Confirm',
  states: {
    'opens when pressed': () => <Specimen label="묻기" onConfirm={async () => {}} />,
    'refused when confirmed': () => <Specimen label="거절되는 일 묻기" onConfirm={refuse} />,
    'busy when confirmed': () => <Specimen label="오래 걸리는 일 묻기" onConfirm={() => new Promise(() => {})} />,
  },
}
