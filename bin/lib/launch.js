import { prepare } from './prepare.js'
import { run } from './run.js'
import { Stop, say } from './say.js'

/** Prepares the checkout, runs an entry of it, and ends as that ends. Needs Node 18 and npm, nothing installed. */
export async function launch({ entry, args = process.argv.slice(2), dev = false, web = false, server = false }) {
  await command(async () => run(await prepare({ dev, web }), [entry, ...args], { server }))
}

/** The frame of every command: its exit code, or a line of why it cannot go on. */
export async function command(work) {
  try {
    if (Number(process.versions.node.split('.')[0]) < 18) {
      throw new Stop(`Node 18 or newer is needed to start, this is ${process.version}`)
    }
    process.exit(await work())
  } catch (error) {
    say(error instanceof Stop ? error.message : error.stack)
    process.exit(1)
  }
}
