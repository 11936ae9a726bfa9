export interface SseMessage {
  event: string
  id: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into messages freely
  data: any
}

export interface SseClient {
  status: number
  /** What came so far, pings aside. */
  messages: SseMessage[]
  /** The body, where the answer is no stream. */
  body?: unknown
  ended: Promise<void>
  close(): void
}

/** Opens a stream as a browser's EventSource does, and gathers its messages. */
export async function openSse(url: string, headers: Record<string, string> = {}): Promise<SseClient> {
  const cut = new AbortController()
  const answer = await fetch(url, { headers, signal: cut.signal })
  const messages: SseMessage[] = []
  if (!answer.headers.get('content-type')?.startsWith('text/event-stream')) {
    return { status: answer.status, messages, body: await answer.json(), ended: Promise.resolve(), close() {} }
  }
  async function read(stream: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder()
    let text = ''
    for await (const chunk of stream) {
      const blocks = `${text}${decoder.decode(chunk, { stream: true })}`.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const fields = new Map(
          block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
        )
        const data = fields.get('data')
        if (data === undefined || fields.get('event') === 'ping') continue
        messages.push({ event: fields.get('event') ?? 'message', id: fields.get('id') ?? '', data: JSON.parse(data) })
      }
    }
  }
  const ended = answer.body ? read(answer.body).catch(() => {}) : Promise.resolve()
  return { status: answer.status, messages, ended, close: () => cut.abort() }
}
