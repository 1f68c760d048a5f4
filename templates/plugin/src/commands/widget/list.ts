import {Flags, ListCommand} from '@osc-cli/core'
import {Widget, widgetColumns} from '#widget'

export default class WidgetList extends ListCommand {
  static override summary = 'List widgets'
  static override roles = ['reader']
  static override calls = ['GET /widgets']
  static override examples = [
    {
      command: 'osc widget list',
      description: 'List all widgets of the project',
    },
    {
      command: 'osc widget list --name small -f json',
      description: 'Print one widget as JSON for scripts',
    },
  ]
  static override flags = {
    name: Flags.string({description: 'Name of the widgets to list', helpValue: 'NAME'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(WidgetList)
    await this.table(widgetColumns, this.api(Widget).list({name: flags.name}))
  }
}
