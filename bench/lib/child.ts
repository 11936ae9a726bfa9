import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

/** A program of the bench in its own process: it sends one message when it is ready. */
export interface Child<Ready> {
  ready: Ready
  ask<T>(question: string): Promise<T>
  stop(): Promise<void>
}

export async function startChild<Ready>(file: URL, args: string[] = []): Promise<Child<Ready>> {
  const child: ChildProcess = fork(file, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const ended = once(child, 'exit')
  const failed = ended.then(([code]) => {
    throw new Error(`${file.pathname} ended with ${code}`)
  })
  failed.catch(() => {})
  const message = async <T>() => (await Promise.race([once(child, 'message'), failed]))[0] as T
  const ready = await message<Ready>()
  return {
    ready,
    async ask<T>(question: string) {
      child.send(question)
      return message<T>()
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
