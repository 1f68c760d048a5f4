import {runningSets} from '#plugins/sets'
import {Flags, OscCommand} from '#sdk'

export default class Version extends OscCommand {
  static override summary = 'Show the version of osc'
  static override roles = []
  static override calls = []
  static override examples = [
    {command: 'osc version --verbose', description: 'Show the versions of the core, the plugins and Node.js'},
  ]
  static override flags = {
    verbose: Flags.boolean({char: 'v', description: 'Include the release set and the versions of all plugins'}),
    json: Flags.boolean({description: 'Print all versions as JSON'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(Version)
    const {program, version, coreRoot} = this.runtime
    if (!flags.verbose && !flags.json) return await this.print(`${program} ${version}`)
    const {packages, sets} = runningSets(this.runtime)
    const node = process.versions.node
    if (flags.json) return await this.print(JSON.stringify({version, node, root: coreRoot, sets, packages}, null, 2))
    await this.print(`${program} ${version}, Node.js ${node}, ${coreRoot}`)
    if (sets.length === 0) await this.print('set: none; the core with single plugins')
    for (const set of sets) {
      const state = set.deviations.length === 0 ? 'intact' : `not intact: ${set.deviations.join('; ')}`
      await this.print(`set: ${set.name} ${set.version}, ${state}`)
    }
    for (const each of packages) await this.print(`${each.name} ${each.version}`)
  }
}
