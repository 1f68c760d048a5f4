import {
  asText,
  type CommandContext,
  Flags,
  HttpError,
  type JsonObject,
  type Resource,
  shellWord,
  WaitError,
} from '@osc-cli/core'
import {VolumeMessage} from '#volume-message'

/** `--wait` and `--timeout`; `until` completes "Wait until". */
export const waitFlags = (until: string) => ({
  wait: Flags.boolean({description: `Wait until ${until}`}),
  timeout: Flags.integer({
    description: 'Seconds to wait with --wait (default: no limit)',
    min: 1,
    helpValue: 'SECONDS',
    dependsOn: ['wait'],
  }),
})

interface WaitFlags {
  wait: boolean
  timeout?: number | undefined
}

/** With `--wait`, the record once it is created, or its state is one of `until`; the state of a failure starts with `error`. */
export async function settled(
  command: CommandContext,
  resource: Resource,
  record: JsonObject,
  {wait, timeout}: WaitFlags,
  {until = ['available'], doing = 'created'}: {until?: readonly string[]; doing?: string} = {},
): Promise<JsonObject> {
  if (!wait) return record
  const id = asText(record.id) ?? ''
  const waiting = command.waitUntil({
    what: `${resource.noun} ${asText(record.name) || id}`,
    poll: () => command.api(resource).get(id),
    until,
    failed: FAILED,
    timeout,
    doing,
    follow: `osc ${resource.noun} show ${shellWord(id)}`,
    stop: doing === 'created' ? `osc ${resource.noun} delete ${shellWord(id)}` : undefined,
  })
  return await explained(command, id, waiting)
}

/** With `--wait`, returns when the record is gone. */
export async function gone(
  command: CommandContext,
  resource: Resource,
  id: string,
  {wait, timeout}: WaitFlags,
): Promise<void> {
  if (!wait) return
  const waiting = command.waitUntil({
    what: `${resource.noun} ${id}`,
    poll: () => command.api(resource).get(id),
    until: 'gone',
    failed: FAILED,
    timeout,
    follow: `osc ${resource.noun} show ${shellWord(id)}`,
  })
  await explained(command, id, waiting)
}

/** The result of a wait; its failure has what Cinder says of it, which no record but a message has. */
async function explained<T>(command: CommandContext, id: string, waiting: Promise<T>): Promise<T> {
  try {
    return await waiting
  } catch (error) {
    const reason = error instanceof WaitError ? await lastMessage(command, id) : undefined
    if (!(error instanceof WaitError) || reason === undefined) throw error
    const {message, hint, cause} = error
    throw new WaitError(`${message.replace(/\.$/, '')}: ${reason.replace(/\.$/, '')}.`, {hint, cause})
  }
}

/** Cinder's latest message about a record; undefined if there is none, or the cloud is too old for messages. */
async function lastMessage(command: CommandContext, id: string): Promise<string | undefined> {
  try {
    for await (const message of command.api(VolumeMessage).list({resource_uuid: id, sort: 'created_at:desc'}))
      if (message.resource_uuid === id) return asText(message.user_message)
    return undefined
  } catch (error) {
    if (error instanceof HttpError) return undefined
    throw error
  }
}

const FAILED = ['error', 'error_deleting', 'error_extending', 'error_restoring', 'error_backing-up', 'error_managing']
