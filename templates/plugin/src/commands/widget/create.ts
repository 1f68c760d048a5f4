import {Args, Flags, ShowCommand} from '@osc-cli/core'
import {Widget} from '#widget'

export default class WidgetCreate extends ShowCommand {
  static override summary = 'Create a widget'
  static override roles = ['member']
  static override calls = ['POST /widgets']
  static override examples = [
    {
      command: 'osc widget create --size 3 small',
      description: 'Create a widget of size 3',
    },
  ]
  static override args = {
    name: Args.string({description: 'Name of the new widget', required: true}),
  }
  static override flags = {
    size: Flags.integer({description: 'Size of the widget (default: 1)', helpValue: 'SIZE', min: 1}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(WidgetCreate)
    await this.show(await this.api(Widget).create({name: args.name, size: flags.size}))
  }
}
