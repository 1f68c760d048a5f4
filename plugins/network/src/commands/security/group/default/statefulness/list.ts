import {ListCommand, projectFlags, projectOf} from '@osc-cli/core'
import {DefaultStatefulness, statefulnessColumns} from '#default-statefulness'

export default class SecurityGroupDefaultStatefulnessList extends ListCommand {
  static override summary = 'List default statefulness settings'
  static override roles = ['reader']
  static override columns = Object.keys(statefulnessColumns)
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v2.0/security-groups-default-statefulness',
  ]
  static override requires = 'security-groups-default-statefulness'
  static override examples = [
    {command: 'osc security group default statefulness list', description: 'List all settings'},
  ]
  static override flags = {
    ...projectFlags('List settings of this project (name or ID)'),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(SecurityGroupDefaultStatefulnessList)
    const project = await projectOf(this.api, flags)
    await this.table(statefulnessColumns, this.api(DefaultStatefulness).list({project_id: project}))
  }
}
