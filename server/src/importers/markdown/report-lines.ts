import { type Fate, fates, type Outcome, type Report } from './outcome.ts'

const mostLines = 100

/** How often each reason came, the most frequent first. */
function counted(reasons: string[]): string[] {
  const counts = new Map<string, number>()
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([reason, n]) => (n > 1 ? `${n} × ${reason}` : reason))
}

/** Notes that only differ by their number are added up: `links to nothing …: 314 in 45 documents`. */
function gathered(outcomes: Outcome[]): string[] {
  const sums = new Map<string, { n: number; documents: number }>()
  const others: string[] = []
  for (const note of outcomes.flatMap(({ notes }) => notes)) {
    const [, what, n] = /^(.*): (\d+)$/.exec(note) ?? []
    if (what === undefined) others.push(note)
    else {
      const sum = sums.get(what) ?? { n: 0, documents: 0 }
      sums.set(what, { n: sum.n + Number(n), documents: sum.documents + 1 })
    }
  }
  return [...[...sums].map(([what, { n, documents }]) => `${what}: ${n} in ${documents} documents`), ...counted(others)]
}

function listed(title: string, lines: string[]): string[] {
  if (!lines.length) return []
  const more = lines.length > mostLines ? [`  … and ${lines.length - mostLines} more`] : []
  return ['', title, ...lines.slice(0, mostLines).map((line) => `  ${line}`), ...more]
}

/** The summary of an import, a line each. */
export function reportLines({ board, outcomes, vanished, isCut, seconds, isDryRun }: Report): string[] {
  const of = (fate: Fate) => outcomes.filter((outcome) => outcome.fate === fate)
  const why = (fate: Fate) => of(fate).map(({ path, why }) => `${path}: ${why}`)
  const would = isDryRun ? 'would be ' : ''
  return [
    `${isDryRun ? 'Nothing was written. ' : ''}${outcomes.length} documents for the board ${board}, ${seconds.toFixed(1)} s`,
    ...fates.map((fate) => `  ${`${would}${fate}`.padEnd(isDryRun ? 19 : 10)} ${String(of(fate).length).padStart(6)}`),
    ...listed('Failed', why('failed')),
    ...listed('Skipped', why('skipped')),
    ...listed('Changed on the way', gathered(outcomes)),
    ...listed('Imported before and no longer in the folder: still on the board', vanished),
    ...(isCut ? ['', 'Stopped before the end: run it again to go on.'] : []),
  ]
}
