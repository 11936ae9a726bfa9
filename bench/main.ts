import { runEvents } from './events.ts'
import { lighthouse } from './lighthouse.ts'
import { lists } from './lists.ts'
import { pages } from './pages.ts'
import { relevance } from './relevance.ts'
import { responses } from './responses.ts'
import { runJourneys } from './run-journeys.ts'
import { searchBench } from './search.ts'

const [what, ...args] = process.argv.slice(2)
const parts: Record<string, (args: string[]) => Promise<boolean>> = {
  journeys: () => runJourneys(),
  pages,
  search: searchBench,
  lists,
  lighthouse,
  events: () => runEvents(),
  relevance,
  responses,
}

const wanted = what === undefined ? ['journeys', 'events'] : [what]
let good = true
for (const name of wanted) {
  const part = parts[name]
  if (!part) {
    process.stderr.write(`madang: ${name} is none of ${Object.keys(parts).join(', ')}\n`)
    process.exit(2)
  }
  good = (await part(args)) && good
}
process.exit(good ? 0 : 1)
