import {OscCommand, projectFlags} from '@osc-cli/core'
import {AutoAllocatedTopology} from '#auto-allocated-topology'
import {ownProject} from '#own-project'

export default class NetworkAutoAllocatedTopologyDelete extends OscCommand {
  static override summary = 'Delete the auto-allocated topology of a project'
  static override roles = ['member']
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'DELETE /v2.0/auto-allocated-topology/{project_id}',
  ]
  static override requires = 'auto-allocated-topology'
  static override examples = [
    {command: 'osc network auto allocated topology delete', description: 'Delete the topology of your project'},
  ]
  static override flags = {
    ...projectFlags('Project (name or ID; default: your project)'),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(NetworkAutoAllocatedTopologyDelete)
    await this.api(AutoAllocatedTopology).delete(await ownProject(this, flags))
  }
}
