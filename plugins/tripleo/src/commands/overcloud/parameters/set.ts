import {Args, OscCommand, readText, UsageError} from '@osc-cli/core'
import {isDict} from '#jinja/values'
import {loadPlan} from '#plan/load'
import {CHANGE_CALLS, changePlan} from '#plan/save'
import {readYaml} from '#plan/yaml'

export default class OvercloudParametersSet extends OscCommand {
  static override summary = 'Set parameters of a plan from a file'
  static override description =
    'Values of other parameters stay. To set single ones: osc overcloud plan set --parameter.'
  static override roles = ['member']
  static override calls = CHANGE_CALLS
  static override seeAlso = ['overcloud plan set', 'overcloud plan show']
  static override examples = [
    {command: 'osc overcloud parameters set first sizes.yaml', description: 'Set parameters from a YAML file'},
  ]
  static override args = {
    name: Args.string({description: 'Plan (name)', required: true}),
    file_in: Args.string({
      description: 'YAML or JSON file with the values, or with parameter_defaults',
      required: true,
    }),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(OvercloudParametersSet)
    const content = readYaml(args.file_in, await readText(args.file_in, this.runtime))
    const values = isDict(content) ? (content.get('parameter_defaults') ?? content) : content
    if (!isDict(values))
      throw new UsageError(`${args.file_in}: Expected a dictionary of values.`, {
        hint: 'Write a line for each: KEY: VALUE',
      })
    const plan = await loadPlan(await this.session(), args.name)
    for (const [key, value] of values) plan.environment.part('parameter_defaults').set(key, value)
    await changePlan(this, plan)
  }
}
