/** The reason why a command cannot go on, for the person who gave it: no stack is printed. */
export class Stop extends Error {}

export function say(text) {
  process.stderr.write(`madang: ${text}\n`)
}

/** Says what is being done, again every ten seconds while it lasts, and how long it took. */
export async function saying(text, work) {
  const from = Date.now()
  const seconds = () => ((Date.now() - from) / 1000).toFixed(1)
  say(text)
  const still = setInterval(() => say(`… ${Math.round((Date.now() - from) / 1000)} s`), 10_000)
  try {
    const done = await work()
    say(`done in ${seconds()} s`)
    return done
  } finally {
    clearInterval(still)
  }
}
