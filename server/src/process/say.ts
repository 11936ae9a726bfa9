/** A line for the person at the terminal; logs are JSON on standard output. */
export const say = (line: string): void => void process.stderr.write(`madang: ${line}\n`)
