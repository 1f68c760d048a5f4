import {Args, idIn, OscCommand} from '@osc-cli/core'
import {EndpointGroup, groupAssociationPath} from '#endpoint-group'
import {projectDomain} from '#flags'
import {Project} from '#project'

export default class EndpointGroupRemoveProject extends OscCommand {
  static override summary = 'Dissociate an endpoint group from a project'
  static override roles = ['admin']
  static override calls = [
    'GET /v3/OS-EP-FILTER/endpoint_groups?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'DELETE /v3/OS-EP-FILTER/endpoint_groups/{group_id}/projects/{project_id}',
  ]
  static override examples = [
    {
      command: 'osc endpoint group remove project inside demo',
      description: 'Remove its endpoints from the catalog of demo',
    },
  ]
  static override args = {
    group: Args.string({description: 'Endpoint group (name or ID)', required: true}),
    project: Args.string({description: 'Project (name or ID)', required: true}),
  }
  static override flags = {...projectDomain}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(EndpointGroupRemoveProject)
    const [group, project] = await Promise.all([
      idIn(this.api, EndpointGroup, args.group),
      idIn(this.api, Project, args.project, flags['project-domain']),
    ])
    await (await this.session()).request({
      service: 'identity',
      method: 'DELETE',
      path: groupAssociationPath(group, project),
    })
  }
}
