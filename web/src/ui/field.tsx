import { CircleAlert } from 'lucide-react'
import { type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes, useState } from 'react'
import { useFaultText, useFieldFault, useFieldId } from './form-context.ts'
import { useWords } from './words.ts'

type Common = {
  name: string
  label: string
  hint?: ReactNode
  optional?: boolean
  /** Beside the label: a link such as "forgot?". */
  beside?: ReactNode
}

type FrameProps = Common & { children: (attributes: ControlAttributes) => ReactNode }

export type ControlAttributes = {
  id: string
  name: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
  onInput: () => void
}

/** Label above, control, hint below; a refusal takes the hint's place until the field is changed. */
export function FieldFrame({ name, label, hint, optional, beside, children }: FrameProps) {
  const t = useWords()
  const fault = useFieldFault(name)
  const textOf = useFaultText()
  const [mended, setMended] = useState(fault)
  const shown = fault !== mended ? fault : undefined
  const id = useFieldId()(name)
  const described = shown ? `${id}-fault` : hint ? `${id}-hint` : undefined
  return (
    <div className={shown ? 'field err' : 'field'}>
      <div className="flex items-baseline justify-between gap-2">
        <label htmlFor={id} className="flabel">
          {label} {optional && <span className="opt">{t('optional')}</span>}
        </label>
        {beside}
      </div>
      {children({
        id,
        name,
        'aria-invalid': shown ? true : undefined,
        'aria-describedby': described,
        onInput: () => setMended(fault),
      })}
      {shown ? (
        <p className="ferr" id={`${id}-fault`}>
          <CircleAlert />
          {textOf(shown)}
        </p>
      ) : (
        hint && (
          <p className="fhint" id={`${id}-hint`}>
            {hint}
          </p>
        )
      )}
    </div>
  )
}

type FieldProps = Common & Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id'>

export function Field({ name, label, hint, optional, beside, ...input }: FieldProps) {
  return (
    <FieldFrame {...{ name, label, hint, beside }} optional={optional ?? false}>
      {(attributes) => <input {...input} {...attributes} className="input" />}
    </FieldFrame>
  )
}

type AreaProps = Common & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name' | 'id'>

export function TextArea({ name, label, hint, optional, beside, ...area }: AreaProps) {
  return (
    <FieldFrame {...{ name, label, hint, beside }} optional={optional ?? false}>
      {(attributes) => <textarea rows={4} {...area} {...attributes} className="textarea" />}
    </FieldFrame>
  )
}

type SelectProps = Common & {
  options: readonly { value: string; label: string }[]
  defaultValue?: string
  value?: string
  onChange?: (value: string) => void
}

export function Select({ name, label, hint, optional, beside, options, onChange, ...select }: SelectProps) {
  return (
    <FieldFrame {...{ name, label, hint, beside }} optional={optional ?? false}>
      {(attributes) => (
        <select
          {...select}
          {...attributes}
          className="select"
          onChange={(event) => onChange?.(event.currentTarget.value)}
        >
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}

type CheckProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'type'> & { name: string; label: ReactNode }

export function Check({ name, label, ...input }: CheckProps) {
  const fault = useFieldFault(name)
  const textOf = useFaultText()
  return (
    <div className="grid gap-1">
      <label className="flex items-start gap-2 text-13">
        <input {...input} type="checkbox" name={name} className="check" aria-invalid={fault ? true : undefined} />
        <span>{label}</span>
      </label>
      {fault && (
        <p className="ferr">
          <CircleAlert />
          {textOf(fault)}
        </p>
      )}
    </div>
  )
}
