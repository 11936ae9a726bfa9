import { author, comment } from '../../gallery/specimens.ts'
import { Stand } from '../../gallery/stand.tsx'
import type { Story } from '../../gallery/story.ts'
import { Comment } from './comment.tsx'
import { Comments } from './comments.tsx'
import type { Thread } from './use-thread.ts'

const never = () => new Promise<never>(() => {})
const thread = { add: never, edit: never, remove: never, showReplies: never } as unknown as Thread
const empty = (can: boolean) => ({
  pages: [{ items: [], next: null, can: { comment: can } }],
  pageParams: [null],
})

const one = (id: string, part: Partial<typeof comment> = {}) => (
  <Stand>
    <Comment comment={{ ...comment, id, ...part }} thread={thread} by={author.id} />
  </Stand>
)
const talk = (id: string, can: boolean, guest = false) => (
  <Stand guest={guest} known={[[['comments', id, 'oldest'], empty(can)]]}>
    <Comments subjectId={id} total={0} heading="none" />
  </Stand>
)

export const story: Story = {
  component: 'Comment',
  states: {
    default: () => one('cmt_default'),
    'to be read only, edited': () =>
      one('cmt_read', {
        editedAt: comment.createdAt,
        can: { edit: false, delete: false, reply: false, react: false },
      }),
    'with a quote': () => one('cmt_quote', { quote: { of: 'pst_1', link: '/posts/pst_1', text: '볕이 드는 쪽' } }),
    deleted: () => one('cmt_deleted', { deleted: true }),
    'none yet, before a guest': () => talk('pst_guest', false, true),
    'closed talk': () => talk('pst_closed', false),
  },
}
