import {Args, idIn, OscCommand} from '@osc-cli/core'
import {associationPath, findEndpoint} from '#endpoint'
import {projectDomain} from '#flags'
import {Project} from '#project'

export default class EndpointRemoveProject extends OscCommand {
  static override summary = 'Dissociate an endpoint from a project'
  static override roles = ['admin']
  static override calls = [
    'GET /v3/services',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'DELETE /v3/OS-EP-FILTER/projects/{project_id}/endpoints/{endpoint_id}',
    'GET /v3/endpoints',
    'GET /v3/endpoints/{id}',
  ]
  static override examples = [
    {command: 'osc endpoint remove project metering demo', description: 'Remove the endpoint from the catalog of demo'},
  ]
  static override args = {
    endpoint: Args.string({description: 'Endpoint (ID, or a service that has one endpoint)', required: true}),
    project: Args.string({description: 'Project (name or ID)', required: true}),
  }
  static override flags = {...projectDomain}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(EndpointRemoveProject)
    const [{id}, project] = await Promise.all([
      findEndpoint(this.api, args.endpoint),
      idIn(this.api, Project, args.project, flags['project-domain']),
    ])
    await (await this.session()).request({
      service: 'identity',
      method: 'DELETE',
      path: associationPath(project, String(id)),
    })
  }
}
