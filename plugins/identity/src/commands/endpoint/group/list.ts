import {Flags, idIn, ListCommand} from '@osc-cli/core'
import {EndpointGroup, endpointGroupColumns, endpointGroupsOf, projectsWithGroup} from '#endpoint-group'
import {Project} from '#project'

export default class EndpointGroupList extends ListCommand {
  static override summary = 'List endpoint groups'
  static override roles = ['admin', 'system reader']
  static override columns = Object.keys(endpointGroupColumns)
  static override calls = [
    'GET /v3/OS-EP-FILTER/endpoint_groups?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v3/OS-EP-FILTER/endpoint_groups',
    'GET /v3/OS-EP-FILTER/endpoint_groups/{group_id}/projects',
    'GET /v3/OS-EP-FILTER/projects/{project_id}/endpoint_groups',
  ]
  static override examples = [
    {command: 'osc endpoint group list', description: 'List all of them'},
    {command: 'osc endpoint group list --project demo', description: 'List the groups associated with a project'},
    {
      command: 'osc endpoint group list --endpointgroup inside',
      description: 'List the projects associated with a group',
    },
  ]
  static override flags = {
    endpointgroup: Flags.string({
      description: 'Endpoint group whose projects to list (name or ID)',
      helpValue: 'ENDPOINT-GROUP',
      exclusive: ['project'],
    }),
    project: Flags.string({
      description: 'Project whose associations to list (name or ID)',
      helpValue: 'PROJECT',
      exclusive: ['endpointgroup'],
    }),
    domain: Flags.string({description: 'Domain of the project (name or ID)', helpValue: 'DOMAIN'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(EndpointGroupList)
    const [group, project] = await Promise.all([
      idIn(this.api, EndpointGroup, flags.endpointgroup),
      idIn(this.api, Project, flags.project, flags.domain),
    ])
    const listed =
      group !== undefined ? projectsWithGroup(group) : project !== undefined ? endpointGroupsOf(project) : EndpointGroup
    await this.table(endpointGroupColumns, this.api(listed).list())
  }
}
