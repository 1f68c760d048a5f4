import {Args, ShowCommand} from '@osc-cli/core'
import {Widget} from '#widget'

export default class WidgetShow extends ShowCommand {
  static override summary = 'Show a widget'
  static override roles = ['reader']
  static override calls = ['GET /widgets?name={name}']
  static override examples = [
    {
      command: 'osc widget show small',
      description: 'Show all properties of a widget',
    },
  ]
  static override args = {
    item: Args.string({description: 'Widget (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(WidgetShow)
    await this.show(await this.api(Widget).find(args.item))
  }
}
