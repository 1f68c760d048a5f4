import {Args, OscCommand, readText} from '@osc-cli/core'

const FILE = new URL('../../../templates/stack.yaml', import.meta.url).href

export default class HealingTemplate extends OscCommand {
  static override summary = 'Print a Heat template for self-healing'
  static override description =
    'The template creates a queue, an alarm, a trigger and a workflow, as `healing enable` does, in a separate stack. ' +
    'No request is sent.'
  static override roles = []
  static override calls = []
  static override seeAlso = ['healing enable', 'stack create']
  static override examples = [
    {command: 'osc healing template web > healing.yaml', description: 'Write the template for one stack'},
  ]
  static override args = {stack: Args.string({description: 'Stack to heal (name)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(HealingTemplate)
    const text = await readText(FILE, this.runtime)
    // The name becomes the default of the parameter.
    const parameter = '    description: Stack to heal\n'
    await this.print(
      text.replace(parameter, () => `${parameter}    default: ${JSON.stringify(args.stack)}\n`).trimEnd(),
    )
  }
}
