import {Args, Flags, OscCommand, requireChanges} from '@osc-cli/core'
import {Widget} from '#widget'

export default class WidgetSet extends OscCommand {
  static override summary = 'Change a widget'
  static override roles = ['member']
  static override calls = ['GET /widgets?name={name}', 'PATCH /widgets/{id}']
  static override examples = [
    {
      command: 'osc widget set --size 5 small',
      description: 'Change the size',
    },
  ]
  static override args = {
    item: Args.string({description: 'Widget to change (name or ID)', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    size: Flags.integer({description: 'New size', helpValue: 'SIZE', min: 1}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(WidgetSet)
    const changes = requireChanges({name: flags.name, size: flags.size})
    const items = this.api(Widget)
    await items.update(await items.id(args.item), changes)
  }
}
