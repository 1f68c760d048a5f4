import {Flags, ShowCommand} from '#sdk'

export default class ModuleList extends ShowCommand {
  static override summary = 'List the versions of osc and its plugins'
  static override roles = []
  static override calls = []
  static override examples = [{command: 'osc module list --all', description: 'Include Node.js and its components'}]
  static override flags = {
    all: Flags.boolean({description: 'Include the runtime and its components'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(ModuleList)
    const plugins = this.runtime.index.plugins.map(({name, version}) => [name, version])
    const runtime = flags.all ? Object.entries(process.versions) : []
    await this.show(Object.fromEntries([...plugins, ...runtime]))
  }
}
