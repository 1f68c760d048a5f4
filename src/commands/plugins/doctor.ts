import type {Diagnosis} from '#plugins/doctor'
import {examine} from '#plugins/doctor'
import {Args, Flags, NotFoundError, OscCommand, OscError} from '#sdk'

export default class PluginsDoctor extends OscCommand {
  static override summary = 'Check plugins and print how to fix problems'
  static override description =
    'Checks the files and the supported osc versions of each plugin. Loads every command, output format and hook in a separate process. The exit code is 1 if there is a problem.'
  static override roles = []
  static override calls = []
  static override examples = [
    {command: 'osc plugins doctor', description: 'Check all plugins'},
    {command: 'osc plugins doctor --json', description: 'Print JSON for scripts'},
  ]
  static override flags = {
    json: Flags.boolean({description: 'Print the results as JSON'}),
  }
  static override args = {
    plugin: Args.string({description: 'Packages to check (default: all)', multiple: true, required: false}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(PluginsDoctor)
    const names = args.plugin ?? []
    const examined = await examine(this.runtime, names)
    const missing = names.find((name) => !examined.some((each) => each.name === name))
    if (missing !== undefined) {
      throw new NotFoundError(`Plugin '${missing}' is not installed.`, {
        hint: `List installed plugins: ${this.runtime.program} plugins --core`,
      })
    }
    if (flags.json) await this.print(JSON.stringify({plugins: examined}, null, 2))
    else for (const line of examined.flatMap(lines)) await this.print(line)
    const faulty = examined.filter(({problems}) => problems.length > 0)
    if (faulty.length > 0)
      throw new OscError(`${faulty.length} of ${examined.length} plugins have problems.`, {code: 'PluginBroken'})
  }
}

function lines({name, version, problems}: Diagnosis): string[] {
  const title = version === undefined ? name : `${name} ${version}`
  if (problems.length === 0) return [`${title}: ok`]
  return [`${title}:`, ...problems.flatMap(({problem, fix}) => [`  ${problem}`, `    Fix: ${fix}`])]
}
