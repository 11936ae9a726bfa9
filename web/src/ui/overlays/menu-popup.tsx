import { Menu } from '@base-ui/react/menu'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'

export type MenuItem = {
  label: string
  icon?: ReactNode
  danger?: boolean
  /** Either goes somewhere or does something. */
  to?: string
  onSelect?: () => void
}

type Props = { label: string; items: MenuItem[]; className: string; children: ReactNode }

export function MenuPopup({ label, items, className, children }: Props) {
  const navigate = useNavigate()
  return (
    <Menu.Root defaultOpen>
      <Menu.Trigger className={className} aria-label={label} title={label}>
        {children}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end" className="z-50">
          <Menu.Popup className="menu">
            {items.map(({ label: text, icon, danger, to, onSelect }) => (
              <Menu.Item
                key={text}
                className={danger ? 'menu-item text-danger' : 'menu-item'}
                onClick={() => (to ? void navigate(to) : onSelect?.())}
              >
                {icon}
                {text}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
