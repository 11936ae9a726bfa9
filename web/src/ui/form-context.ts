import { createContext, use } from 'react'
import { useAllWords } from '../words/words.tsx'
import { useWords } from './words.ts'

export type FieldFault = { code: string; text: string | undefined }

/** What the API refused, by field name (`/items/0/email` is `items.0.email`). */
export type FormErrors = Readonly<Record<string, FieldFault>>

/** `id` begins the ids of a form's fields: two forms on one page may have fields of the same name. */
export const FormContext = createContext<{ id: string; errors: FormErrors }>({ id: 'field', errors: {} })

export const useFieldFault = (name: string): FieldFault | undefined => use(FormContext).errors[name]

export function useFieldId(): (name: string) => string {
  const { id } = use(FormContext)
  return (name) => `${id}-${name}`
}

/** The words for a field's fault: the server's own sentence, else ours by code. */
export function useFaultText(): (fault: FieldFault) => string {
  const t = useWords()
  const words = useAllWords()
  return ({ code, text }) => {
    if (text) return text
    const key = `fault-${code}`
    return words.knows('ui', key) ? words.say('ui', key) : t('fault-invalid')
  }
}
