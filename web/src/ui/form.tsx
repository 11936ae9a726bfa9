import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { ApiError, type Problem } from '../api/problem.ts'
import { Button } from './button.tsx'
import { FormContext, type FormErrors } from './form-context.ts'
import { FormSummary } from './form-summary.tsx'

export type Values = Record<string, string>

type Props = {
  /** Rejects with the ApiError of the refusal; its `errors[].at` find their fields by name. */
  onSubmit: (values: Values, form: HTMLFormElement) => Promise<unknown>
  submit: string
  children: ReactNode
  /** Beside the button: links, a cancel button. */
  beside?: ReactNode
  block?: boolean
  className?: string
  /** Problem codes that belong to one field: `{ 'identity-email-taken': 'email' }`. */
  fieldOfCode?: Readonly<Record<string, string>>
}

const unknownProblem: Problem = { status: 0, code: 'unknown', title: '' }

function errorsOf(problem: Problem, fieldOfCode: Readonly<Record<string, string>>): FormErrors {
  const own = fieldOfCode[problem.code]
  if (own !== undefined) return { [own]: { code: problem.code, text: problem.title } }
  return Object.fromEntries(
    (problem.errors ?? []).map(({ at, code }) => [at.slice(1).replaceAll('/', '.'), { code, text: undefined }]),
  )
}

/**
 * A form that keeps what was typed, sends once, and shows each refusal at its field with a summary on top; a field's goes
 * when it is changed.
 */
export function Form({ onSubmit, submit, children, beside, block, className, fieldOfCode = {} }: Props) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const id = useId()
  const summary = useRef<HTMLDivElement>(null)
  const fieldsByCode = useRef(fieldOfCode)
  /** Fields that were changed since they were refused: what was wrong with them may be right by now. */
  const [mended, setMended] = useState<readonly string[]>([])
  const refused = problem ? errorsOf(problem, fieldOfCode) : {}
  const errors = Object.fromEntries(Object.entries(refused).filter(([name]) => !mended.includes(name)))
  const isMended = Object.keys(refused).length > 0 && Object.keys(errors).length === 0

  /** The first refused field, or what the refusal says: on top, perhaps far above the button. */
  useEffect(() => {
    if (!problem) return
    const [first] = Object.keys(errorsOf(problem, fieldsByCode.current))
    const field = first ? summary.current?.closest('form')?.elements.namedItem(first) : null
    if (field instanceof HTMLElement) field.focus()
    else summary.current?.focus()
  }, [problem])

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy) return
    const form = event.currentTarget
    setBusy(true)
    setProblem(null)
    setMended([])
    try {
      await onSubmit(Object.fromEntries(new FormData(form)) as Values, form)
    } catch (error) {
      if (!(error instanceof ApiError)) reportError(error)
      setProblem(error instanceof ApiError ? error.problem : unknownProblem)
    } finally {
      setBusy(false)
    }
  }

  function mend({ target }: FormEvent<HTMLFormElement>) {
    const { name } = target as HTMLInputElement
    if (name in errors) setMended([...mended, name])
  }

  return (
    <FormContext value={{ id, errors }}>
      {/* Posts, should it be sent before the page is alive: nothing typed may end up in the address. */}
      <form method="post" className={className ?? 'grid gap-4'} onSubmit={send} onInput={mend} noValidate>
        {problem && !isMended && <FormSummary ref={summary} problem={problem} errors={errors} />}
        {children}
        <div className="flex flex-wrap items-center gap-2">
          <Button
            type="submit"
            look="primary"
            size={block ? 'lg' : 'md'}
            block={block ?? false}
            busy={busy}
            className={block ? '' : 'order-last ml-auto'}
          >
            {submit}
          </Button>
          {beside}
        </div>
      </form>
    </FormContext>
  )
}
