import { lazy } from 'react'
import { MenuButton } from '../../ui/menu.tsx'
import type { Post } from './types.ts'
import { useWords } from './words.ts'

const load = () => import('./open-post-menu.tsx')
const OpenPostMenu = lazy(async () => ({ default: (await load()).OpenPostMenu }))

/** What this reader may do to this post. */
export function PostMenu({ post }: { post: Post }) {
  return <MenuButton label={useWords()('more-acts')} load={load} popup={<OpenPostMenu post={post} />} />
}
