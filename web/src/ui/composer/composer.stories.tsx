import { ApiError, offline } from '../../api/problem.ts'
import { Forced } from '../../gallery/forced.tsx'
import { Stand } from '../../gallery/stand.tsx'
import type { Story } from '../../gallery/story.ts'
import { Composer } from './composer.tsx'
import { DraftStatus } from './draft-status.tsx'
import { Toolbar } from './toolbar.tsx'
import { UploadList } from './upload-list.tsx'
import type { Upload } from './use-uploads.ts'

const noon = Date.UTC(2026, 0, 15, 3, 2)
const upload = (id: number, part: Partial<Upload>): Upload => ({
  ...{ id, name: `감나무-${id}.jpg`, sizeBytes: 2_400_000, sentBytes: 900_000, state: 'sending' },
  ...{ cancel: () => {}, retry: () => {} },
  ...part,
})
const refuse = async () => {
  throw new ApiError(offline)
}

export const story: Story = {
  component: 'Composer',
  states: {
    'empty: nothing to send yet': () => (
      <Stand>
        <Composer label="댓글 쓰기" submit="댓글 올리기" placeholder="어떻게 생각하세요?" onSubmit={refuse} />
      </Stand>
    ),
    'written; offline when sent': () => (
      <Stand>
        <Composer
          label="답변 쓰기"
          submit="답변 올리기"
          edited={{ text: '**이슬**이 마른 뒤에요', version: 1, reopen: () => {} }}
          onSubmit={refuse}
          onCancel={() => {}}
        />
      </Stand>
    ),
    'draft saved': () => (
      <Stand>
        <DraftStatus savedAt={noon} />
      </Stand>
    ),
    toolbar: () => <Toolbar disabled={false} onCommand={() => {}} onFiles={() => {}} />,
    'toolbar, hover': () => (
      <Forced state="hover">
        <Toolbar disabled={false} onCommand={() => {}} />
      </Forced>
    ),
    'toolbar, disabled while previewing': () => <Toolbar disabled onCommand={() => {}} />,
    uploads: () => (
      <UploadList
        uploads={[
          upload(1, {}),
          upload(2, { state: 'done', sentBytes: 2_400_000 }),
          upload(3, { state: 'failed', problem: '10 MB보다 커요' }),
        ]}
      />
    ),
  },
}
