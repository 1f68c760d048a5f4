import {Args, OscCommand} from '@osc-cli/core'
import {Widget} from '#widget'

export default class WidgetDelete extends OscCommand {
  static override summary = 'Delete widgets'
  static override roles = ['member']
  static override calls = ['GET /widgets?name={name}', 'DELETE /widgets/{id}']
  static override examples = [
    {
      command: 'osc widget delete small large',
      description: 'Delete two widgets',
    },
  ]
  static override args = {
    items: Args.string({
      description: 'Widgets to delete (names or IDs)',
      required: true,
      multiple: true,
    }),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(WidgetDelete)
    const items = this.api(Widget)
    await this.each(args.items, async (item) => items.delete(await items.id(item)))
  }
}
