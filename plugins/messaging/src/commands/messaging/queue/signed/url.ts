import {asArray, Flags, ShowCommand, UsageError} from '@osc-cli/core'
import {queueArg} from '#flags'
import {queuePath, sendForObject} from '#zaqar'

const PATHS = ['messages', 'subscriptions', 'claims']

export default class MessagingQueueSignedUrl extends ShowCommand {
  static override summary = 'Create a pre-signed URL of a queue'
  static override description =
    'Creates a signature that gives access to a queue without credentials. Whoever has it can use the queue until it expires.'
  static override roles = ['member']
  static override calls = ['POST /v2/queues/{name}/share']
  static override examples = [
    {
      command: `osc messaging queue signed url --methods GET,POST --ttl-seconds 3600 jobs`,
      description: 'Allow reading and posting for an hour',
    },
  ]
  static override args = {queue_name: queueArg}
  static override flags = {
    paths: Flags.string({
      description: 'Allowed paths: messages, subscriptions, claims (comma-separated)',
      helpValue: 'PATHS',
      default: 'messages',
    }),
    'ttl-seconds': Flags.integer({
      description: 'Seconds until the signature expires (default: 1 day)',
      helpValue: 'SECONDS',
      min: 0,
    }),
    methods: Flags.string({
      description: 'Allowed methods: GET, HEAD, OPTIONS, POST, PUT, DELETE (comma-separated)',
      helpValue: 'METHODS',
      default: 'GET',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(MessagingQueueSignedUrl)
    const paths = flags.paths.split(',')
    const unknown = paths.find((path) => !PATHS.includes(path))
    if (unknown !== undefined)
      throw new UsageError(`Unknown path '${unknown}' in --paths.`, {hint: `Use some of: ${PATHS.join(',')}`})
    const seconds = flags['ttl-seconds']
    const expires = seconds ? new Date(this.now() + seconds * 1000).toISOString().replace('Z', '') : undefined
    const body = {expires, paths, methods: flags.methods.split(',')}
    const data = await sendForObject(this, {method: 'POST', path: `${queuePath(args.queue_name)}/share`, body})
    const list = (key: string) => asArray(data[key]).join(',')
    await this.show(
      {...data, paths: list('paths'), methods: list('methods')},
      {Paths: 'paths', Methods: 'methods', Expires: 'expires', Signature: 'signature', 'Project ID': 'project'},
    )
  }
}
