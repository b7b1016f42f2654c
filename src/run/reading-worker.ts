import { parentPort } from 'node:worker_threads'
import { ReadError } from '../read/read-error.ts'
import { readInput } from '../read/read-input.ts'
import type { FromReader, ToReader } from './protocol.ts'

// A reading thread: parses one input after another. It asks for bytes and says what it is at, so that whoever listens knows when it hangs.

const port = parentPort!
const say = (message: FromReader | { ready: true }) => port.postMessage(message)
const hear = () => new Promise<ToReader>((resolve) => port.once('message', resolve))

say({ ready: true })
for (;;) {
  const message = await hear()
  if (!('input' in message)) continue
  const { input, settings, after } = message
  const onRecord = (record: number, line: number | undefined) => say({ record, line })
  for await (const read of readInput(input, bytesFromParent(), settings, { after, onRecord })) {
    say({ read })
    await hear()
  }
  say({ done: true })
}

async function* bytesFromParent(): AsyncGenerator<Buffer> {
  for (;;) {
    say({ wants: 'bytes' })
    const answer = await hear()
    if ('broken' in answer) throw new ReadError(answer.broken.code, answer.broken.message)
    if (!('bytes' in answer) || answer.bytes === null) return
    yield Buffer.from(answer.bytes.buffer, answer.bytes.byteOffset, answer.bytes.length)
  }
}
