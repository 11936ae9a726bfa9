import { CornerDownLeft } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Command } from './commands.ts'
import type { Group } from './use-groups.ts'

type Props = {
  id: string
  label: string
  groups: Group[]
  chosen: Command | undefined
  busy: boolean
  onPoint: (command: Command) => void
  onRun: (command: Command) => void
}

/** The listbox below the palette's input; the focus stays in the input. */
export function PaletteList({ id, label, groups, chosen, busy, onPoint, onRun }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const chosenId = chosen?.id
  useEffect(() => {
    if (chosenId !== undefined)
      list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [chosenId])
  let n = -1
  return (
    <div ref={list} id={id} role="listbox" className="palette-list" aria-label={label} aria-busy={busy}>
      {groups.map(({ name, label: heading, commands }) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox holds groups of options
        <div key={name} role="group" aria-labelledby={`${id}-${name}`}>
          <div id={`${id}-${name}`} className="palette-group">
            {heading}
          </div>
          {commands.map((command) => {
            n++
            const { icon: Icon, hue, note } = command
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the input above hears the keys
              <div
                key={command.id}
                id={`${id}-${n}`}
                role="option"
                tabIndex={-1}
                className="palette-line"
                aria-selected={command === chosen}
                {...(hue ? { 'data-hue': hue } : {})}
                onPointerMove={() => command !== chosen && onPoint(command)}
                // Keeps the focus in the input.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => onRun(command)}
              >
                <Icon />
                <span className="clip">{command.label}</span>
                {note && <span className="note-end clip">{note}</span>}
                {command === chosen && <CornerDownLeft className="s14 ml-auto" />}
              </div>
            )
          })}
        </div>
      ))}
    </div>
  )
}
