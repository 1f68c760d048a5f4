import {Flags, ShowCommand} from '#sdk'

export default class ModuleList extends ShowCommand {
  static override summary = 'List the versions of osc and of its plugins.'
  static override roles = []
  static override calls = []
  static override examples = [{command: 'osc module list --all', description: 'Node.js and its parts too'}]
  static override flags = {
    all: Flags.boolean({description: 'The runtime and its parts too.'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(ModuleList)
    const plugins = this.runtime.index.plugins.map(({name, version}) => [name, version])
    const runtime = flags.all ? Object.entries(process.versions) : []
    await this.show(Object.fromEntries([...plugins, ...runtime]))
  }
}
