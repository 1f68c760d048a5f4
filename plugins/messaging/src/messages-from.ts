import {buffer} from 'node:stream/consumers'
import {
  givenJson,
  givenText,
  type Json,
  type JsonObject,
  type Runtime,
  readText,
  storedJson,
  UsageError,
} from '@osc-cli/core'
import {jsonFrom} from '#zaqar'

/** Bytes of messages in one request: Zaqar takes 256 KiB by default, and the rest of the body needs some. */
const BATCH = 200_000

/** What to post: the argument, or what a file has. UsageError unless it is exactly one of them. */
export async function messagesFrom(
  argument: string | undefined,
  file: string | undefined,
  runtime: Runtime,
): Promise<Json[]> {
  if ((argument === undefined) === (file === undefined))
    throw new UsageError('Messages are needed either as an argument or with --file.', {
      hint: `Specify one: '{"body": 1}', or --file FILE.`,
    })
  if (argument !== undefined) return [await jsonFrom(argument, 'The message', runtime)].flat()
  return messagesIn(
    file === '-' ? givenText(await buffer(runtime.stdin()), 'Standard input') : await readText(file ?? '', runtime),
  )
}

/** Messages in a text: a JSON list of them, or one on each line. */
function messagesIn(content: string): Json[] {
  const whole = storedJson(content)
  if (whole !== undefined) return [whole].flat()
  const lines = content.split('\n').map((line, index) => ({line, number: index + 1}))
  return lines
    .filter(({line}) => line.trim() !== '')
    .map(({line, number}) =>
      givenJson(line, `Line ${number} of the messages`, 'Write one message a line: {"body": 1, "ttl": 300}'),
    )
}

/** Bodies of requests for the messages, each as large as Zaqar takes; without messages there is one that it refuses. */
export function batches(messages: readonly Json[]): JsonObject[] {
  const lists: Json[][] = [[]]
  let size = 0
  for (const message of messages) {
    const length = Buffer.byteLength(JSON.stringify(message))
    if (size + length > BATCH && size > 0) {
      lists.push([])
      size = 0
    }
    lists.at(-1)?.push(message)
    size += length
  }
  return lists.map((list) => ({messages: list}))
}
