import {Args, Flags, ShowCommand} from '@osc-cli/core'
import {enable} from '#enable'
import {DELETED_SERVER, REPLACE_SERVER} from '#names'
import {healingFields, healingRow} from '#record'
import {testRun} from '#test-run'

export default class HealingEnable extends ShowCommand {
  static override summary = 'Enable self-healing for a stack'
  static override description =
    'Creates a queue, a subscription, an alarm and a workflow. When the event occurs, Aodh posts a message to the queue, ' +
    'and Zaqar starts the workflow. The workflow lets Heat replace the server that the event names. ' +
    'Run the command again to renew the subscription before it expires.'
  static override roles = ['member']
  static override calls = [
    'GET /v1/{project_id}/stacks/{name}',
    'GET /v1/{project_id}/stacks/{name}/{id}',
    'GET /v1/{project_id}/stacks/{name}/{id}/resources',
    'GET /v2/workbooks/{name}',
    'POST /v2/workbooks',
    'PUT /v2/workbooks',
    'GET /v2/workflows/{id}',
    'PUT /v2/queues/{name}',
    'GET /v2/queues/{name}/subscriptions',
    'POST /v2/queues/{name}/subscriptions',
    'DELETE /v2/queues/{name}/subscriptions/{id}',
    'GET /v2/alarms',
    'POST /v2/alarms',
    'PUT /v2/alarms/{id}',
    'DELETE /v2/alarms/{id}',
    'POST /v2/queues/{name}/messages',
    'GET /v2/executions',
    'GET /v2/executions/{id}',
  ]
  static override seeAlso = ['healing test', 'healing show', 'healing disable']
  static override examples = [
    {command: 'osc healing enable web', description: 'Replace servers of a stack when they are deleted'},
    {
      command: 'osc healing enable web --resource server --ttl 86400',
      description: 'Replace only one resource, for one day',
    },
    {
      command: 'osc healing enable web --event compute.instance.power_off.end --workflow restart --input delay=5',
      description: 'Run your own workflow when a server is powered off',
    },
  ]
  static override args = {stack: Args.string({description: 'Stack (name or ID)', required: true})}
  static override flags = {
    resource: Flags.strings({
      description: 'Resource to replace (name; repeatable; default: all servers)',
      helpValue: 'NAME',
    }),
    event: Flags.string({
      description: 'Event type that starts the workflow, with * as a wildcard',
      helpValue: 'TYPE',
      default: DELETED_SERVER,
    }),
    workflow: Flags.string({description: 'Workflow to run (name)', helpValue: 'NAME', default: REPLACE_SERVER}),
    input: Flags.keyValues({description: 'Additional input of the workflow (repeatable)'}),
    ttl: Flags.integer({
      description: 'Seconds until the subscription expires',
      helpValue: 'SECONDS',
      default: 30 * 86_400,
      min: 60,
    }),
    test: Flags.boolean({
      description: 'Send a test message and wait for the workflow (default, except with --workflow)',
      allowNo: true,
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(HealingEnable)
    const {event, ttl, workflow, resource: resources = []} = flags
    const input = Flags.toObject(flags.input) ?? {}
    const healing = await enable(this, {stack: args.stack, event, ttl, workflow, input, resources})
    await this.note(`On ${event}, Aodh posts a message to queue ${healing.name}, and Zaqar runs workflow ${workflow}.`)
    await this.note('A new alarm can take a minute to become active.')
    // A test message may have effects in other workflows.
    if (flags.test ?? workflow === REPLACE_SERVER)
      for await (const {hop, result, seconds} of testRun(this, healing))
        await this.note(`${hop}: ${result}${seconds === null ? '' : ` (${seconds} s)`}`)
    await this.show(healingRow(healing, this.now()), healingFields)
  }
}
