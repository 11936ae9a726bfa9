import { writeFileSync } from 'node:fs'
import { modules } from '../../compose.ts'
import { problemTypes } from '../../kernel/problem.ts'

const head = `# Refusals

Every refusal is a problem document ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)) with one of these stable codes; its
\`title\` comes in the caller's language. Validation adds \`errors\`: \`{ "at": "/title", "code": "too-long" }\`, where \`at\` is a JSON
pointer into the input and \`code\` is one of: required, unknown-field, wrong-type, wrong-form, wrong-characters, not-allowed,
too-short, too-long, too-small, too-large, too-few, too-many, duplicate; and where a field has rules of its own: taken, reserved,
blank-at-end, not-equal, like-email, like-nickname, too-common, too-few-classes.

Written by \`node server/src/transports/cli/errors-doc.ts\` from the problems that the modules declare; a test compares.
`

/** docs/errors.md as it should be: every declared problem by code. */
export function errorsDoc(): string {
  if (!modules.length) throw new Error('no module is composed')
  const rows = problemTypes().map(
    ({ code, status, title }) => `| \`${code}\` | ${status} | ${title.en} | ${title.ko} |`,
  )
  return `${head}\n| code | status | en | ko |\n|---|---|---|---|\n${rows.join('\n')}\n`
}

if (import.meta.main) writeFileSync(new URL('../../../../docs/errors.md', import.meta.url), errorsDoc())
