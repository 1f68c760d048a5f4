import {Args, OscCommand} from '@osc-cli/core'
import {accepted} from '#accepted'
import {EventTrigger} from '#event-trigger'

export default class EventTriggerDelete extends OscCommand {
  static override summary = 'Delete event triggers'
  static override roles = ['member']
  static override calls = ['DELETE /v2/event_triggers/{id}']
  static override seeAlso = ['event trigger list']
  static override examples = [
    {command: 'osc event trigger delete 3c2c0f5e-6e0c-4d5b-8d1e-6f0f5d0a7c11', description: 'Delete one trigger'},
  ]
  static override args = {
    trigger: Args.string({description: 'Event triggers to delete (IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(EventTriggerDelete)
    await this.each(args.trigger, async (id) => {
      await this.api(EventTrigger).delete(id)
      await this.print(accepted('event trigger', id))
    })
  }
}
