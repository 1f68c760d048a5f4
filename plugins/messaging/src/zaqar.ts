import {
  type ApiRequest,
  asObject,
  type CommandContext,
  defineResource,
  givenJson,
  isObject,
  type Json,
  type JsonObject,
  type Query,
  type ResourceApi,
  type Runtime,
  readText,
  UsageError,
} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/message/
const named = {service: 'message', by: 'path', idKey: 'name'} as const
export const Queue = defineResource({...named, noun: 'messaging queue', path: '/queues', collection: 'queues'})
export const Pool = defineResource({...named, noun: 'messaging pool', path: '/pools', collection: 'pools'})
export const Flavor = defineResource({...named, noun: 'messaging flavor', path: '/flavors', collection: 'flavors'})

// Zaqar does not return a client's own messages to it unless asked to: all requests of a process have one ID.
const processId = crypto.randomUUID()

/** The header that Zaqar requires of every client. */
export const clientHeader = (id: string = processId) => ({'client-id': id})

/** A request to Zaqar; the decoded answer, null when it has no body. */
export async function send(
  command: Pick<CommandContext, 'session'>,
  request: Omit<ApiRequest, 'service'>,
): Promise<Json> {
  const session = await command.session()
  const headers = {...clientHeader(), ...request.headers}
  return await (await session.request({...request, service: 'message', headers})).json()
}

/** The same where the answer is an object; empty when there is none. */
export const sendForObject = async (...call: Parameters<typeof send>): Promise<JsonObject> =>
  asObject(await send(...call))

/** Path of a queue; UsageError for a name that Zaqar does not allow, which could reach another path. */
export function queuePath(name: string): string {
  if (/^[\w-]+$/.test(name)) return `/queues/${name}`
  throw new UsageError(`Invalid queue name '${name}'.`, {
    hint: 'Use only ASCII letters, digits, underscores and dashes.',
  })
}

/** The rows of queues, pools and flavors. Zaqar always links to a next page, also from the last one. */
export const namedRows = (api: Pick<ResourceApi, 'list'>, query: Query): AsyncIterable<JsonObject> =>
  api.list(query, {headers: clientHeader(), singlePage: query.limit !== undefined, fullPage: 10})

/** JSON from the line, or from a file as `@FILE`. UsageError names the option or argument when it is not valid. */
export async function jsonFrom(text: string, what: string, runtime: Runtime): Promise<Json> {
  const json = text.startsWith('@') ? await readText(text.slice(1), runtime) : text
  return givenJson(json, what, `Quote it for the shell: '{"key": "value"}'`)
}

/** The same for a JSON object; undefined when it was not given. */
export async function objectFrom(
  text: string | undefined,
  what: string,
  runtime: Runtime,
): Promise<JsonObject | undefined> {
  if (text === undefined) return undefined
  const value = await jsonFrom(text, what, runtime)
  if (isObject(value)) return value
  throw new UsageError(`${what} is not a JSON object.`, {hint: `Specify an object: '{"key": "value"}'`})
}

/** A document with its keys sorted, as Zaqar's client prints it. */
export const documentText = (value: Json): string => JSON.stringify(sorted(value), null, 4)

function sorted(value: Json | undefined): Json {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value ?? null
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]))
}
