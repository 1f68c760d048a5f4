import {readContext} from '#context/read'
import {contextRows} from '#context/rows'
import {type Columns, ListCommand} from '#sdk'

const columns: Columns = {Fact: 'fact', Value: 'value', Age: 'age', Source: 'source'}

export default class ContextShow extends ListCommand {
  static override summary = 'Show what help and completion know of the selected cloud, without asking it.'
  static override examples = [
    {command: 'osc context show', description: 'Each fact with its age and where it comes from'},
    {command: 'osc context show -f json', description: 'The same for a program'},
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
