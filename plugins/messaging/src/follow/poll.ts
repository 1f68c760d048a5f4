import {asArray, asObject, asText, type CommandContext, type JsonObject, pollThroughOutages} from '@osc-cli/core'
import {newMessages} from '#follow/printed'
import {clientHeader, queuePath} from '#zaqar'

/** How a queue is polled. */
export interface Polling {
  queue: string
  clientId: string | undefined
  /** Seconds between two requests that find nothing. */
  every: number
  /** How many of the messages that are there come first. */
  tail: number
}

type Context = Pick<CommandContext, 'session' | 'runtime' | 'pause' | 'note'>

/** The messages of a queue from now on, after the last ones that are there, over HTTP. */
export async function* polled(context: Context, {queue, clientId, every, tail}: Polling): AsyncGenerator<JsonObject> {
  const read = reader(context, queue, clientId)
  const there: JsonObject[] = []
  for (let page = await read(); ; page = await read()) {
    there.push(...page.messages)
    if (!page.more) break
  }
  yield* there.slice(Math.max(0, there.length - tail))
  for (;;) {
    const page = await pollThroughOutages(context, read, () => every)
    yield* page.messages
    if (!page.more) await context.pause(every)
  }
}

/** New messages of a page, and whether there may be another page. */
interface Page {
  messages: JsonObject[]
  more: boolean
}

/** Reads the next page of messages, those of this client included. */
function reader(context: Context, queue: string, clientId: string | undefined): () => Promise<Page> {
  let marker: string | undefined
  const newOf = newMessages(context.runtime.clock)
  return async () => {
    const session = await context.session()
    // Without a marker, Zaqar on Redis fails to list claimed messages.
    const query = {echo: true, include_claimed: marker === undefined ? undefined : true, marker}
    const answer = await session.get('message', `${queuePath(queue)}/messages`, query, {
      headers: clientHeader(clientId),
    })
    const page = asArray(answer.messages).map(asObject)
    // Without messages there may be no link: the same marker is asked for again.
    const next = page.length > 0 ? (markerIn(answer) ?? marker) : marker
    const messages = newOf(page)
    // A service whose pages lead in a circle must not be asked without a pause.
    const more = next !== marker && messages.length > 0
    marker = next
    return {messages, more}
  }
}

/** The marker in the link to the next page; it is not the ID of a message. The kit's lists end, this one does not. */
function markerIn({links}: JsonObject): string | undefined {
  const next = asArray(links)
    .map(asObject)
    .find(({rel}) => rel === 'next')
  return new URLSearchParams(asText(next?.href)?.split('?')[1]).get('marker') ?? undefined
}
