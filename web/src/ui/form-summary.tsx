import { CircleAlert } from 'lucide-react'
import type { Ref } from 'react'
import type { Problem } from '../api/problem.ts'
import { type FormErrors, useFaultText, useFieldId } from './form-context.ts'
import { useWords } from './words.ts'

type Props = { problem: Problem; errors: FormErrors; ref: Ref<HTMLDivElement> }

/** What was refused, on top of the form; the faults of fields stand at the fields. */
export function FormSummary({ problem, errors, ref }: Props) {
  const t = useWords()
  const textOf = useFaultText()
  const idOf = useFieldId()
  const label = (name: string) =>
    document.getElementById(idOf(name))?.closest('.field')?.querySelector('label')?.textContent ?? name
  const faults = Object.entries(errors)
  return (
    <div ref={ref} className="note danger" role="alert" tabIndex={-1}>
      <CircleAlert />
      <div>
        <b>{summaryText(problem, t)}</b>
        {faults.length > 1 && (
          <ul>
            {faults.map(([name, fault]) => (
              <li key={name}>
                <a className="link" href={`#${idOf(name)}`}>
                  {label(name)}
                </a>{' '}
                {textOf(fault)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

function summaryText(problem: Problem, t: ReturnType<typeof useWords>): string {
  if (problem.code === 'offline') return t('offline-try-again')
  const wait = problem.retryAfterS ? ` ${t('retry-after', { seconds: problem.retryAfterS })}` : ''
  return (problem.title || t('something-failed')) + wait
}
