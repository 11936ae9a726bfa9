import { Switch } from '../../ui/switch.tsx'
import type { ValueSchema } from './types.ts'

type Props = { label: string; schema: ValueSchema; value: unknown; onChange: (value: unknown) => void }

/** The control that fits a setting's schema. */
export function SettingInput({ label, schema, value, onChange }: Props) {
  if (schema.type === 'boolean') return <Switch label={label} checked={value === true} onChange={onChange} />
  if (schema.enum)
    return (
      <select
        className="select max-w-60"
        aria-label={label}
        value={String(value)}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {schema.enum.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    )
  if (schema.type === 'integer' || schema.type === 'number')
    return (
      <input
        className="input max-w-32 tabular-nums"
        type="number"
        aria-label={label}
        min={schema.minimum}
        max={schema.maximum}
        step={schema.type === 'integer' ? 1 : 'any'}
        value={Number(value)}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    )
  if (schema.type === 'array')
    return (
      <textarea
        className="textarea max-w-80"
        aria-label={label}
        rows={3}
        defaultValue={(Array.isArray(value) ? value : []).join('\n')}
        onChange={(event) => onChange(event.currentTarget.value.split('\n').filter((line) => line.trim() !== ''))}
      />
    )
  return (
    <input
      className="input max-w-60"
      aria-label={label}
      maxLength={schema.maxLength}
      value={typeof value === 'string' ? value : JSON.stringify(value)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
