import type { Story } from '../gallery/story.ts'
import { Button } from './button.tsx'
import { EmptyState } from './empty-state.tsx'

const pictures = {
  empty: ['아직 글이 없어요', '첫 글을 써 보세요.', '글쓰기'],
  unfound: ['찾지 못했어요', '다른 말로 찾아보세요.', '필터 지우기'],
  offline: ['연결이 끊겼어요', '다시 이어지면 보여 드릴게요.', '다시 열기'],
  closed: ['들어갈 수 없는 곳이에요', '몇몇 분만 볼 수 있어요.', '홈으로'],
  missing: ['페이지를 찾을 수 없어요', '주소를 확인해 주세요.', '홈으로'],
  broken: ['보여 드리지 못했어요', '잠시 뒤에 다시 열어 주세요.', '다시 열기'],
} as const

export const story: Story = {
  component: 'EmptyState',
  states: Object.fromEntries(
    Object.entries(pictures).map(([picture, [heading, text, act]]) => [
      picture,
      () => (
        <EmptyState picture={picture as keyof typeof pictures} heading={heading} text={text} as="h3">
          <Button>{act}</Button>
        </EmptyState>
      ),
    ]),
  ),
}
