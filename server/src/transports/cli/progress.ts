import { performance } from 'node:perf_hooks'

const barWidth = 28
const everyMs = 100
const linesEvery = 50

/** What the person at the terminal sees of long work: a bar on a terminal, else a line now and then. */
export function createProgress(stream: NodeJS.WriteStream = process.stderr) {
  const began = performance.now()
  let shown = 0
  const left = (done: number, total: number) => {
    const seconds = ((performance.now() - began) / 1000 / Math.max(1, done)) * (total - done)
    return seconds < 90 ? `${Math.ceil(seconds)} s left` : `${Math.round(seconds / 60)} min left`
  }
  return {
    onProgress(done: number, total: number, what: string) {
      if (!stream.isTTY) {
        if (done > 0 && (done % linesEvery === 0 || done === total)) stream.write(`${done} of ${total}\n`)
        return
      }
      const now = performance.now()
      if (done < total && now - shown < everyMs) return
      shown = now
      const filled = total ? Math.round((done / total) * barWidth) : barWidth
      const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled)
      const line = `${bar} ${done}/${total}  ${done && done < total ? `${left(done, total)}  ` : ''}${what}`
      stream.write(`\r\u001b[2K${line.slice(0, (stream.columns || 80) - 1)}${done === total ? '\n' : ''}`)
    },
  }
}
