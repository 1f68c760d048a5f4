import {Args, idIn, OscCommand} from '@osc-cli/core'
import {EndpointGroup, groupAssociationPath} from '#endpoint-group'
import {projectDomain} from '#flags'
import {Project} from '#project'

export default class EndpointGroupAddProject extends OscCommand {
  static override summary = 'Associate an endpoint group with a project'
  static override roles = ['admin']
  static override calls = [
    'GET /v3/OS-EP-FILTER/endpoint_groups?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'PUT /v3/OS-EP-FILTER/endpoint_groups/{group_id}/projects/{project_id}',
  ]
  static override examples = [
    {command: 'osc endpoint group add project inside demo', description: 'Add its endpoints to the catalog of demo'},
  ]
  static override args = {
    group: Args.string({description: 'Endpoint group (name or ID)', required: true}),
    project: Args.string({description: 'Project (name or ID)', required: true}),
  }
  static override flags = {...projectDomain}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(EndpointGroupAddProject)
    const [group, project] = await Promise.all([
      idIn(this.api, EndpointGroup, args.group),
      idIn(this.api, Project, args.project, flags['project-domain']),
    ])
    await (await this.session()).request({
      service: 'identity',
      method: 'PUT',
      path: groupAssociationPath(group, project),
    })
  }
}
