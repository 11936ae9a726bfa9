type Props = { label: string; checked: boolean; disabled?: boolean; onChange: (checked: boolean) => void }

/** On or off, at once. */
export function Switch({ label, checked, disabled, onChange }: Props) {
  return (
    <input
      type="checkbox"
      role="switch"
      className="switch"
      aria-label={label}
      aria-checked={checked}
      checked={checked}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}
