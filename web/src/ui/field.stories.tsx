import type { ReactNode } from 'react'
import { Forced } from '../gallery/forced.tsx'
import type { Story } from '../gallery/story.ts'
import { Check, Field, Select, TextArea } from './field.tsx'
import { FormContext } from './form-context.ts'

const options = [
  { value: 'a', label: '텃밭' },
  { value: 'b', label: '마루' },
]
const faults = { name: { code: 'too-short', text: '두 글자 모자라요' } }

/** Each state has ids of its own. */
const within = (id: string, children: ReactNode, errors = {}) => (
  <FormContext value={{ id, errors }}>
    <div className="grid max-w-sm gap-3">{children}</div>
  </FormContext>
)

const controls = (disabled = false) => (
  <>
    <Field name="name" label="별명" hint="두 글자부터" defaultValue="한결" disabled={disabled} />
    <TextArea name="about" label="소개" placeholder="어떤 분인가요?" optional disabled={disabled} />
    <Select name="place" label="자리" options={options} />
    <Check name="agree" label="약관에 동의해요" defaultChecked disabled={disabled} />
  </>
)

export const story: Story = {
  component: 'Field',
  states: {
    default: () => within('default', controls()),
    hover: () => <Forced state="hover">{within('hover', controls())}</Forced>,
    'focus-visible': () => <Forced state="focus-visible">{within('focus', controls())}</Forced>,
    disabled: () => within('disabled', controls(true)),
    invalid: () => within('invalid', <Field name="name" label="별명" hint="두 글자부터" defaultValue="ㅎ" />, faults),
    'invalid check': () => within('unchecked', <Check name="name" label="약관에 동의해요" />, faults),
  },
}
