import {Flags, firstOf, ListCommand, pageFlags, pick} from '@osc-cli/core'
import {ServerGroup, serverGroupFields} from '#server-group'

export default class ServerGroupList extends ListCommand {
  static override summary = 'List server groups'
  static override roles = ['reader']
  static override calls = ['GET /v2.1/os-server-groups']
  static override seeAlso = ['server group create', 'server group show']
  static override examples = [{command: 'osc server group list --long', description: 'Include members'}]
  static override flags = {
    'all-projects': Flags.boolean({description: 'List server groups of all projects (admin only)'}),
    long: Flags.boolean({description: 'Include members, project and user'}),
    limit: pageFlags.limit,
    offset: Flags.integer({description: 'Number of results to skip', min: 0, helpValue: 'NUMBER'}),
    'max-items': pageFlags['max-items'],
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(ServerGroupList)
    const groups = this.api(ServerGroup)
    const isNew = (await groups.microversion()).atLeast('2.64')
    const columns = pick(serverGroupFields, {
      ID: 'id',
      Name: 'name',
      ...(isNew ? {Policy: 'policy'} : {Policies: 'policies'}),
      ...(flags.long && {Members: 'members', 'Project Id': 'project_id', 'User Id': 'user_id'}),
    })
    const query = {
      all_projects: flags['all-projects'] ? 'True' : undefined,
      limit: flags.limit || undefined,
      offset: flags.offset || undefined,
    }
    await this.table(columns, firstOf(groups.list(query), flags['max-items']))
  }
}
