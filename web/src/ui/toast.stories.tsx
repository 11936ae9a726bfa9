import type { Story } from '../gallery/story.ts'
import { Button } from './button.tsx'
import { toast } from './toast.tsx'

export const story: Story = {
  component: 'Toast',
  states: {
    done: () => <Button onClick={() => toast('저장했어요')}>저장</Button>,
    'can be taken back': () => <Button onClick={() => toast('지웠어요', { undo: () => {} })}>지우기</Button>,
    failed: () => <Button onClick={() => toast('저장하지 못했어요', { tone: 'failed' })}>못 하기</Button>,
  },
}
