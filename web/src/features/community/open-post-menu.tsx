import {
  Archive,
  Check,
  Ellipsis,
  History,
  Lock,
  LockOpen,
  PenLine,
  Pin,
  PinOff,
  RefreshCw,
  Trash2,
} from 'lucide-react'
import { type MenuItem, MenuPopup } from '../../ui/overlays/menu-popup.tsx'
import type { Post, SettableStatus } from './types.ts'
import { usePostMenuActs } from './use-post-menu-acts.ts'
import { useWords } from './words.ts'

const settable = (statuses: string[]) => statuses as SettableStatus[]

/** The menu itself, by the post's `can`: it opens as it comes. */
export function OpenPostMenu({ post }: { post: Post }) {
  const t = useWords()
  const acts = usePostMenuActs(post)
  const { can, pinned, locked } = post
  const items: (MenuItem | false)[] = [
    can.edit && { label: t('edit'), icon: <PenLine />, to: `/posts/${post.id}/edit` },
    ...settable(can.setStatus).map((status) => ({
      label: t(`set-${status}`),
      icon: <RefreshCw />,
      onSelect: () => void acts.setStatus(status),
    })),
    can.approve && { label: t('approve'), icon: <Check />, onSelect: () => void acts.approve() },
    can.pin && {
      label: pinned ? t('unpin') : t('pin'),
      icon: pinned ? <PinOff /> : <Pin />,
      onSelect: () => void acts.pin(),
    },
    can.lock && {
      label: locked ? t('unlock') : t('lock'),
      icon: locked ? <LockOpen /> : <Lock />,
      onSelect: () => void acts.lock(),
    },
    can.archive && { label: t('archive'), icon: <Archive />, to: `/questions/${post.id}/archive` },
    { label: t('revisions'), icon: <History />, to: `/posts/${post.id}/revisions` },
    can.delete && { label: t('delete'), icon: <Trash2 />, danger: true, onSelect: () => void acts.remove() },
  ]
  return (
    <MenuPopup label={t('more-acts')} items={items.filter((item) => item !== false)} className="act">
      <Ellipsis />
    </MenuPopup>
  )
}
