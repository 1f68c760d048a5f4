import {Args, ShowCommand} from '@osc-cli/core'
import {EventTrigger, eventTriggerFields} from '#event-trigger'

export default class EventTriggerShow extends ShowCommand {
  static override summary = 'Show an event trigger'
  static override roles = ['reader']
  static override columns = Object.keys(eventTriggerFields)
  static override calls = ['GET /v2/event_triggers/{id}']
  static override seeAlso = ['workflow execution list']
  static override examples = [
    {command: 'osc event trigger show 3c2c0f5e-6e0c-4d5b-8d1e-6f0f5d0a7c11', description: 'Its event and workflow'},
  ]
  static override args = {trigger: Args.string({description: 'Event trigger (ID)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(EventTriggerShow)
    await this.show(await this.api(EventTrigger).find(args.trigger), eventTriggerFields)
  }
}
