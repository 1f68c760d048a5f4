import {agentFor, type CommandContext, type JsonObject, NotFoundError} from '@osc-cli/core'
import {type Polling, polled} from '#follow/poll'
import {NoSocketError, notifications, openSocket} from '#follow/socket'
import {queuePath} from '#zaqar'

type Context = Pick<CommandContext, 'session' | 'runtime' | 'pause' | 'note'>

/** What to follow. */
export interface Following extends Polling {
  /** Over HTTP, also where there is a websocket. */
  poll: boolean
}

/** The messages of a queue as they are posted: by websocket where the cloud offers one, else by polling. Ends with Ctrl-C. */
export async function* follow(context: Context, following: Following): AsyncGenerator<JsonObject> {
  // An invalid name is refused before anything is opened.
  queuePath(following.queue)
  try {
    // Notifications have no IDs, so existing messages cannot be distinguished from them: those come only by polling.
    const url = following.poll || following.tail > 0 ? undefined : await socketUrl(context)
    yield* url === undefined ? polled(context, following) : received(context, url, following)
  } catch (error) {
    if (!context.runtime.signal.aborted) throw error
  }
}

/** The address of the websocket; undefined when the cloud has none. */
async function socketUrl(context: Context): Promise<string | undefined> {
  try {
    return (await (await context.session()).endpoint('messaging-websocket')).replace(/^http/, 'ws')
  } catch (error) {
    if (error instanceof NotFoundError) return undefined
    throw error
  }
}

async function* received(context: Context, url: string, following: Following): AsyncGenerator<JsonObject> {
  const {queue, clientId = crypto.randomUUID()} = following
  const agent = await agentFor(context.runtime, new URL(url.replace(/^ws/, 'http')))
  for (let fresh = false; ; fresh = true) {
    // Zaqar's clock decides: the kept token may still seem valid here.
    const {token, projectId = ''} = await (await context.session()).access({fresh})
    try {
      if (agent === undefined) throw new NoSocketError(`${url} cannot be used through an HTTP proxy.`)
      const socket = await openSocket(url, agent, context.runtime.signal)
      yield* notifications(socket, {queue, clientId, token, projectId}, context.runtime.signal)
    } catch (error) {
      if (!(error instanceof NoSocketError)) throw error
      await context.note(`${error.message} The queue is polled over HTTP.`)
      return yield* polled(context, following)
    }
    await context.note('The token has expired; connecting again.')
  }
}
