import {firstOf, Known, ListCommand, pageFlags, projectFlags, projectOf, tagFilterFlags, tagQuery} from '@osc-cli/core'
import {securityGroupColumns} from '#security-group'
import {sharedOf, shareFilterFlags} from '#share-flags'

export default class SecurityGroupList extends ListCommand {
  static override summary = 'List security groups'
  static override roles = ['reader']
  static override columns = Object.keys(securityGroupColumns)
  static override calls = ['GET /v3/projects?name={name}', 'GET /v3/domains?name={name}', 'GET /v2.0/security-groups']
  static override examples = [{command: 'osc security group list', description: 'List all security groups'}]
  static override flags = {
    ...shareFilterFlags('security groups'),
    ...projectFlags('List security groups of this project (name or ID)'),
    ...tagFilterFlags('security groups'),
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(SecurityGroupList)
    const groups = this.api(Known.SecurityGroup).list({
      fields: ['id', 'name', 'description', 'project_id', 'tags', 'shared'],
      project_id: await projectOf(this.api, flags),
      shared: sharedOf(flags),
      ...tagQuery(flags),
      marker: flags.marker,
      limit: flags.limit,
    })
    await this.table(securityGroupColumns, firstOf(groups, flags['max-items']))
  }
}
