import {readContext} from '#context/read'
import {contextRows} from '#context/rows'
import {type Columns, ListCommand} from '#sdk'

const columns: Columns = {Fact: 'fact', Value: 'value', Age: 'age', Source: 'source'}

export default class ContextShow extends ListCommand {
  static override summary = 'Show what is cached about the selected cloud'
  static override examples = [
    {command: 'osc context show', description: 'Show each entry with its age and source'},
    {command: 'osc context show -f json', description: 'Print JSON for scripts'},
  ]
  static override roles = []
  static override calls = []
  static override seeAlso = ['context refresh', 'whoami']

  async run(): Promise<void> {
    await this.parse(ContextShow)
    const context = await readContext(this.runtime)
    if (context.problem) throw context.problem
    await this.table(columns, contextRows(context))
  }
}
