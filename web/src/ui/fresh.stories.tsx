import { ApiError } from '../api/problem.ts'
import { Stand } from '../gallery/stand.tsx'
import type { Story } from '../gallery/story.ts'
import { Button } from './button.tsx'
import { useFresh } from './fresh.tsx'

const needsProof = async () => {
  throw new ApiError({ status: 403, code: 'identity-reauth-required', title: '' })
}

function Specimen() {
  const { fresh, dialog } = useFresh()
  return (
    <>
      <Button onClick={() => void fresh(needsProof).catch(() => {})}>비밀번호 묻기</Button>
      {dialog}
    </>
  )
}

const wrong = { status: 401, code: 'identity-credentials-wrong', title: '비밀번호가 달라요' }

export const story: Story = {
  component: 'PasswordDialog',
  states: {
    'opens when pressed': () => (
      <Stand answer={{ status: 401, json: wrong }}>
        <Specimen />
      </Stand>
    ),
  },
}
