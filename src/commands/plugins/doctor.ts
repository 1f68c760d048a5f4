import type {Diagnosis} from '#plugins/doctor'
import {examine} from '#plugins/doctor'
import {Args, Flags, NotFoundError, OscCommand, OscError} from '#sdk'

export default class PluginsDoctor extends OscCommand {
  static override summary =
    'Examine plugins: files, range of cores, whether everything loads; say how to mend what is wrong.'
  static override description =
    'Loads every command, output format and hook of the plugins, in processes of their own. The status is 1 when something is wrong.'
  static override roles = []
  static override calls = []
  static override examples = [
    {command: 'osc plugins doctor', description: 'All plugins'},
    {command: 'osc plugins doctor --json', description: 'For a program'},
  ]
  static override flags = {
    json: Flags.boolean({description: 'Print JSON.'}),
  }
  static override args = {
    plugin: Args.string({description: 'Package names; all when left out.', multiple: true, required: false}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(PluginsDoctor)
    const names = args.plugin ?? []
    const examined = await examine(this.runtime, names)
    const missing = names.find((name) => !examined.some((each) => each.name === name))
    if (missing !== undefined) {
      throw new NotFoundError(`No plugin '${missing}' is installed.`, {
        hint: `See ${this.runtime.program} plugins --core`,
      })
    }
    if (flags.json) await this.print(JSON.stringify({plugins: examined}, null, 2))
    else for (const line of examined.flatMap(lines)) await this.print(line)
    const ill = examined.filter(({problems}) => problems.length > 0)
    if (ill.length > 0)
      throw new OscError(`${ill.length} of ${examined.length} plugins need mending.`, {code: 'PluginBroken'})
  }
}

function lines({name, version, problems}: Diagnosis): string[] {
  const title = version === undefined ? name : `${name} ${version}`
  if (problems.length === 0) return [`${title}: ok`]
  return [`${title}:`, ...problems.flatMap(({problem, fix}) => [`  ${problem}`, `    Mend it: ${fix}`])]
}
