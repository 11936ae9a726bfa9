import { withHtml } from '../../ui/with-html.ts'
import { drawArchive } from './drawn-archive.ts'
import type { Post, PostText } from './types.ts'

/** A post with the HTML of all that was written in it. */
export async function drawPost(post: PostText): Promise<Post> {
  const [drawn, archiveHtml] = await Promise.all([withHtml(post), drawArchive(post.archive, post.id)])
  return { ...drawn, archiveHtml }
}
