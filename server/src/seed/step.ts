import { createHash } from 'node:crypto'
import { encodeTime } from 'ulid'
import { type Entry, keepEntry } from '../importers/import-ledger.ts'
import type { Pen } from '../importers/pen.ts'
import { reasonOf } from '../importers/writer.ts'
import type { Platform } from '../platform/platform.ts'
import type { Api, ApiAnswer } from '../process/in-process-api.ts'

export const source = 'seed'
const noTarget = '-'
const letters = '0123456789abcdefghjkmnpqrstvwxyz'

/** An id that comes from its time and name: the same on every machine. */
export function idOf(prefix: string, name: string, at: Date): string {
  const hash = createHash('sha256').update(name).digest()
  const body = [...hash.subarray(0, 16)].map((byte) => letters[byte % 32]).join('')
  return `${prefix}_${encodeTime(at.getTime(), 10).toLowerCase()}${body}`
}

interface Call {
  method: 'POST' | 'PUT' | 'PATCH'
  path: string
  token?: string | undefined
  body?: unknown
  headers?: Record<string, string>
}

export interface Steps {
  /** The id that the step of this name gave, in this run or an earlier one. */
  idOf(name: string): string
  isDone(name: string): boolean
  /** Does a thing once for all runs, at its time; what it makes gets an id of its own with this prefix. */
  once(name: string, at: Date, prefix: string | undefined, work: () => Promise<void>): Promise<void>
  /** Calls the API. Throws with the refusal unless it is one of `fine`. */
  call(call: Call, fine?: number[]): Promise<ApiAnswer>
  /** How many steps were done in this run. */
  readonly added: number
}

export function createSteps({ db }: Platform, api: Api, pen: Pen, entries: Map<string, Entry>): Steps {
  let added = 0
  const found = (name: string) => {
    const entry = entries.get(name)
    if (!entry) throw new Error(`${name} was not written`)
    return entry.targetId
  }
  return {
    idOf: found,
    isDone: (name) => Boolean(entries.get(name)?.hash),
    async once(name, at, prefix, work) {
      if (entries.get(name)?.hash) return
      const entry = { path: name, targetId: prefix ? idOf(prefix, name, at) : noTarget, hash: 'done' }
      await pen.write({ ...entry, source, at }, work)
      // subjects are kept by the pen, in the transaction that writes them
      await keepEntry(db, source, entry)
      entries.set(name, entry)
      added++
    },
    async call({ method, path, token, body, headers = {} }, fine = []) {
      const answer = await api.call(method, path, { token, body, headers })
      if (answer.status >= 300 && !fine.includes(answer.status))
        throw new Error(`${method} ${path}: ${reasonOf(answer)}`)
      return answer
    },
    get added() {
      return added
    },
  }
}
