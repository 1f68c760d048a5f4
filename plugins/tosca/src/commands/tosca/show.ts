import {Flags, ListCommand, Pictures} from '@osc-cli/core'
import {parameterFlag, templateArg, withFaults} from '#options'

export default class ToscaShow extends ListCommand {
  static override summary = 'Show what a TOSCA template consists of'
  static override description =
    'Lists the inputs, nodes, requirements, groups, policies, workflows and outputs of a template, or draws its nodes and ' +
    'relationships.'
  static override roles = []
  static override calls = []
  static override seeAlso = ['tosca validate', 'translate template']
  static override examples = [
    {command: 'osc tosca show app.yaml', description: 'List inputs, nodes and outputs'},
    {command: 'osc tosca show app.yaml --graph', description: 'Draw nodes and relationships'},
    {command: 'osc tosca show app.yaml --graph dot | dot -Tsvg > app.svg', description: 'Draw them with Graphviz'},
  ]
  static override args = templateArg
  static override flags = {
    ...parameterFlag,
    graph: Flags.optionalValue({
      description: 'Draw nodes and relationships as text (default), json, dot (Graphviz) or mermaid',
      helpValue: 'FORMAT',
      options: Pictures.FORMATS,
      bare: 'text',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ToscaShow)
    const values = Flags.toObject(flags.parameter) ?? {}
    const {openTemplate} = await import('#open')
    const template = await withFaults(this, args.file, async () => {
      const loaded = await openTemplate(this, args.file, values, true)
      loaded.faults.check()
      return loaded.template
    })
    if (flags.graph) {
      const {drawn} = await import('#graph/draw')
      await this.print(await drawn(template, flags.graph))
      return
    }
    const {rowsOf} = await import('#show-rows')
    await this.table({Section: 'section', Name: 'name', Type: 'type', Details: 'details'}, rowsOf(template, values))
  }
}
