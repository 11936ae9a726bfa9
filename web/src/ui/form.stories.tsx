import { ApiError, offline } from '../api/problem.ts'
import type { Story } from '../gallery/story.ts'
import { Field } from './field.tsx'
import { Form } from './form.tsx'
import { FormContext } from './form-context.ts'
import { FormSummary } from './form-summary.tsx'

const refuse = async () => {
  throw new ApiError({
    status: 422,
    code: 'invalid',
    title: '고칠 곳이 있어요',
    errors: [{ at: '/name', code: 'needed' }],
  })
}
const errors = { name: { code: 'needed', text: undefined }, email: { code: 'invalid', text: '메일 주소가 아니에요' } }
const none = { current: null }

export const story: Story = {
  component: 'Form',
  states: {
    'refused when sent': () => (
      <Form submit="저장" onSubmit={refuse}>
        <Field name="name" label="별명" />
      </Form>
    ),
    'busy when sent': () => (
      <Form submit="오래 걸리는 저장" onSubmit={() => new Promise(() => {})}>
        <Field name="name" label="별명" />
      </Form>
    ),
    'summary of several faults': () => (
      <FormContext value={{ id: 'summary', errors }}>
        <FormSummary
          ref={none}
          errors={errors}
          problem={{ status: 422, code: 'invalid', title: '고칠 곳이 두 군데 있어요' }}
        />
      </FormContext>
    ),
    'too many tries': () => (
      <FormSummary
        ref={none}
        errors={{}}
        problem={{ status: 429, code: 'wait', title: '잠시 뒤에 다시 해 주세요', retryAfterS: 30 }}
      />
    ),
    offline: () => <FormSummary ref={none} errors={{}} problem={offline} />,
  },
}
