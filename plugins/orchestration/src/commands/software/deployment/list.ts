import {Flags, ListCommand} from '@osc-cli/core'
import {columnsOf} from '#event-columns'
import {SoftwareDeployment} from '#software-deployment'

export default class SoftwareDeploymentList extends ListCommand {
  static override summary = 'List software deployments'
  static override roles = ['reader']
  static override calls = ['GET /v1/{project_id}/software_deployments']
  static override examples = [
    {command: 'osc software deployment list --long', description: 'List deployments with times and reasons'},
  ]
  static override flags = {
    server: Flags.string({description: 'Filter by server (ID)', helpValue: 'SERVER'}),
    long: Flags.boolean({description: 'Include the creation time and the reason for the status'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(SoftwareDeploymentList)
    const usual = ['id', 'config_id', 'server_id', 'action', 'status']
    const columns = columnsOf(flags.long ? [...usual, 'creation_time', 'status_reason'] : usual)
    await this.table(columns, this.api(SoftwareDeployment).list({server_id: flags.server}, {singlePage: true}))
  }
}
