import {Args, ShowCommand} from '@osc-cli/core'
import {EventTrigger, eventTriggerFields} from '#event-trigger'
import {paramsFlag, triggerInput} from '#trigger'

export default class EventTriggerCreate extends ShowCommand {
  static override summary = 'Run a workflow when an event occurs'
  static override roles = ['member']
  static override calls = ['POST /v2/event_triggers']
  static override seeAlso = ['event trigger show', 'workflow execution list']
  static override examples = [
    {
      command:
        'osc event trigger create new-server 3c2c0f5e-6e0c-4d5b-8d1e-6f0f5d0a7c11 nova notifications compute.instance.create.end',
      description: 'When Nova has created a server',
    },
  ]
  static override args = {
    name: Args.string({description: 'Name of the new trigger', required: true}),
    workflow: Args.string({description: 'Workflow (ID)', required: true}),
    exchange: Args.string({description: 'Exchange of the notifications, such as nova', required: true}),
    topic: Args.string({description: 'Topic of the notifications', required: true}),
    event: Args.string({description: 'Event type', required: true}),
    input: Args.string({description: 'Workflow input: JSON or a file'}),
  }
  static override flags = paramsFlag

  async run(): Promise<void> {
    const {args, flags} = await this.parse(EventTriggerCreate)
    const {name, workflow, exchange, topic, event} = args
    const input = await triggerInput(this, args.input, flags.params)
    const body = {workflow_id: workflow, name, exchange, topic, event, ...input}
    await this.show(await this.api(EventTrigger).create(body), eventTriggerFields)
  }
}
