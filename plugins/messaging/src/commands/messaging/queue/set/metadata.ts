import {Args, type JsonObject, OscCommand, type PatchOperation, pointer, removals} from '@osc-cli/core'
import {queueArg} from '#flags'
import {objectFrom, queuePath, send, sendForObject} from '#zaqar'

export default class MessagingQueueSetMetadata extends OscCommand {
  static override summary = 'Replace the metadata of a queue'
  static override description =
    'Replaces all metadata of a queue. Keys that are not given are removed; reserved keys, which start with an underscore, return to their defaults.'
  static override roles = ['member']
  static override calls = ['GET /v2/queues/{name}', 'PATCH /v2/queues/{name}']
  static override examples = [
    {
      command: `osc messaging queue set metadata jobs '{"_default_message_ttl": 600}'`,
      description: 'Let messages expire after ten minutes',
    },
  ]
  static override args = {
    queue_name: queueArg,
    queue_metadata: Args.string({
      description: 'New metadata (JSON object, or @FILE to read it from a file)',
      required: true,
    }),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(MessagingQueueSetMetadata)
    const metadata = (await objectFrom(args.queue_metadata, 'The queue metadata', this.runtime)) ?? {}
    const path = queuePath(args.queue_name)
    const operations = changes(await sendForObject(this, {path}), metadata)
    const headers = {'content-type': 'application/openstack-messaging-v2.0-json-patch'}
    await send(this, {method: 'PATCH', path, headers, body: JSON.stringify(operations)})
  }
}

function changes(before: JsonObject, after: JsonObject): PatchOperation[] {
  const set = Object.entries(after).map(([key, value = null]): PatchOperation => {
    const exists = before[key] !== undefined && before[key] !== null
    return {op: exists ? 'replace' : 'add', path: pointer('metadata', key), value}
  })
  const removed = Object.keys(before).filter((key) => !Object.hasOwn(after, key))
  return [...set, ...removals('/metadata', removed)]
}
