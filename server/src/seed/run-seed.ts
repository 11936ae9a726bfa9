import { readEntries } from '../importers/import-ledger.ts'
import type { Pen } from '../importers/pen.ts'
import type { IdentityApi } from '../modules/identity/index.ts'
import type { Platform } from '../platform/platform.ts'
import type { Api } from '../process/in-process-api.ts'
import { accountsFile, demoPassword, writeAccounts } from './accounts.ts'
import { checksumOf } from './checksum.ts'
import { createMembers } from './join-members.ts'
import { makePlan, type PlanOptions } from './make-plan.ts'
import type { Plan } from './plan.ts'
import { SeedRefused } from './refused.ts'
import { createSteps, source } from './step.ts'
import { createWriter, readBoards, type Writer } from './write-texts.ts'

export interface SeedTools {
  platform: Platform
  identity: IdentityApi
  api: Api
  pen: Pen
}

export interface SeedReport {
  /** Things done in this run; 0 when everything was there. */
  added: number
  counts: Record<string, number>
  checksum: string
  accountsFile: string
  password: string
  isCut: boolean
}

export interface SeedProgress {
  onProgress(done: number, total: number, what: string): void
  isStopped(): boolean
}

interface Act {
  at: Date
  what: string
  perform(): Promise<void>
}

/** Everything in the order of time; of one moment, what others stand on comes first. */
function actsOf(plan: Plan, join: (person: Plan['people'][number]) => Promise<void>, writer: Writer): Act[] {
  const acts: Act[] = [
    ...plan.people.map((person) => ({ at: person.joinedAt, what: person.nickname, perform: () => join(person) })),
    ...plan.texts.map((text) => ({ at: text.at, what: text.name, perform: () => writer.write(text) })),
    ...plan.acceptances.map((one) => ({ at: one.at, what: one.question.name, perform: () => writer.accept(one) })),
    ...plan.responses.map((one) => ({ at: one.at, what: one.kind, perform: () => writer.respond(one) })),
    ...plan.views.map((one) => ({ at: one.of.at, what: one.of.name, perform: () => writer.look(one, one.of.at) })),
  ]
  return acts.sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** Members who came by themselves are not to live among made-up ones. */
async function refuseInhabited({ platform, identity }: SeedTools, own: Set<string>): Promise<void> {
  const admins = new Set(await identity.administrators())
  for (let after = 0; ; ) {
    const events = await platform.events.read({ after, limit: 1000, types: ['identity.member-joined.v1'] })
    if (events.some(({ key }) => !own.has(key) && !admins.has(key)))
      throw new SeedRefused('seed-not-empty: this instance has members of its own; use another DATA_DIR for a demo')
    const last = events.at(-1)
    if (!last) return
    after = last.position
  }
}

/**
 * Fills an instance with a made-up community through its public API. Run again it adds nothing, cut off it goes on. Throws
 * `SeedRefused` when it must not begin.
 */
export async function runSeed(tools: SeedTools, options: PlanOptions, progress: SeedProgress): Promise<SeedReport> {
  const { platform, api, pen } = tools
  const { dataDir, smtpUrl } = platform.config
  if (smtpUrl) throw new SeedRefused('seed-mails: SMTP_URL is set, and letters to made-up addresses would leave')
  const plan = makePlan(options)
  const entries = await readEntries(platform.db, source)
  await refuseInhabited(tools, new Set([...entries.values()].map(({ targetId }) => targetId)))
  const password = await demoPassword(dataDir)
  await writeAccounts(dataDir, password, plan.people)

  const steps = createSteps(platform, api, pen, entries)
  const members = createMembers({ ...tools, steps, password })
  const writer = createWriter(api, steps, members, await readBoards(api))
  const acts = actsOf(plan, members.join, writer)
  let isCut = false
  for (const [n, { what, perform }] of acts.entries()) {
    isCut = progress.isStopped()
    if (isCut) break
    progress.onProgress(n, acts.length, what)
    await perform()
  }
  if (!isCut) progress.onProgress(acts.length, acts.length, '')
  const count = (kind: string) => plan.texts.filter((text) => text.kind === kind).length
  return {
    ...{ added: steps.added, isCut, password, accountsFile: accountsFile(dataDir) },
    counts: {
      ...{ members: plan.people.length, questions: count('question'), answers: count('answer') },
      ...{ 'archive entries': count('archive'), talk: count('talk'), gatherings: count('gathering') },
      ...{ notices: count('notice'), comments: count('comment'), responses: plan.responses.length },
    },
    checksum: await checksumOf(api),
  }
}
