import {Flags, projectFlags, ShowCommand} from '@osc-cli/core'
import {AutoAllocatedTopology, topologyFields} from '#auto-allocated-topology'
import {ownProject} from '#own-project'

export default class NetworkAutoAllocatedTopologyCreate extends ShowCommand {
  static override summary = 'Create or show the auto-allocated topology of a project'
  static override roles = ['member']
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v2.0/auto-allocated-topology/{project_id}',
  ]
  static override requires = 'auto-allocated-topology'
  static override seeAlso = ['network auto allocated topology delete']
  static override examples = [
    {
      command: 'osc network auto allocated topology create',
      description: 'Create a network, subnet and router with one command',
    },
  ]
  static override flags = {
    ...projectFlags('Project (name or ID; default: your project)'),
    'check-resources': Flags.boolean({description: 'Check the requirements without creating a topology'}),
    'or-show': Flags.boolean({description: 'Show the topology if it exists (default)'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(NetworkAutoAllocatedTopologyCreate)
    const project = await ownProject(this, flags)
    const topologies = this.api(AutoAllocatedTopology)
    if (!flags['check-resources']) return this.show(await topologies.get(project), topologyFields)
    // The outcome of the check is the ID: `dry-run=pass`.
    const {id} = await topologies.get(project, {fields: 'dry-run'})
    await this.show({dry_run: String(id).replace('dry-run=', '')})
  }
}
