import {Flags, idIn, ListCommand, type Row} from '@osc-cli/core'
import {Endpoint, endpointColumns, endpointsOf, findEndpoint, INTERFACES, projectsWith, withService} from '#endpoint'
import {projectDomain} from '#flags'
import {Project, projectColumns} from '#project'
import {allServices, serviceIn} from '#service'

export default class EndpointList extends ListCommand {
  static override summary = 'List endpoints'
  static override roles = ['admin', 'system reader']
  static override columns = Object.keys({...endpointColumns, ...projectColumns})
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v3/services',
    'GET /v3/endpoints',
    'GET /v3/endpoints/{id}',
    'GET /v3/OS-EP-FILTER/endpoints/{endpoint_id}/projects',
    'GET /v3/OS-EP-FILTER/projects/{project_id}/endpoints',
  ]
  static override examples = [
    {command: 'osc endpoint list --interface public', description: 'List the endpoints that users connect to'},
    {
      command: 'osc endpoint list --service identity --region RegionOne',
      description: 'List the endpoints of one service in one region',
    },
    {command: 'osc endpoint list --project demo', description: 'List the endpoints associated with a project'},
  ]
  static override flags = {
    service: Flags.string({description: 'Service (type, name or ID)', helpValue: 'SERVICE'}),
    interface: Flags.string({description: 'Interface', options: INTERFACES, helpValue: 'INTERFACE'}),
    region: Flags.string({description: 'Region (ID)', helpValue: 'REGION-ID'}),
    endpoint: Flags.string({
      description: 'Endpoint whose projects to list',
      helpValue: 'ENDPOINT',
      exclusive: ['project'],
    }),
    project: Flags.string({
      description: 'Project whose associations to list (name or ID)',
      helpValue: 'PROJECT',
      exclusive: ['endpoint'],
    }),
    ...projectDomain,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(EndpointList)
    if (flags.endpoint !== undefined) return await this.listProjects(flags.endpoint)
    // There are few endpoints: filtering them here saves the request for the service's ID.
    const [services, endpoints] = await Promise.all([
      allServices(this.api),
      this.endpoints(flags.project, flags['project-domain']),
    ])
    const serviceId = flags.service === undefined ? undefined : serviceIn(services, flags.service).id
    const wanted = {service_id: serviceId, interface: flags.interface, region_id: flags.region}
    const rows = endpoints
      .filter((endpoint) =>
        Object.entries(wanted).every(([key, value]) => value === undefined || endpoint[key] === value),
      )
      .map((endpoint) =>
        withService(
          endpoint,
          services.find(({id}) => id === endpoint.service_id),
        ),
      )
    await this.table(endpointColumns, rows)
  }

  private async endpoints(project: string | undefined, domain: string | undefined): Promise<Row[]> {
    const id = await idIn(this.api, Project, project, domain)
    return await Array.fromAsync(this.api(id === undefined ? Endpoint : endpointsOf(id)).list())
  }

  private async listProjects(endpoint: string): Promise<void> {
    const {id} = await findEndpoint(this.api, endpoint)
    await this.table(projectColumns, this.api(projectsWith(String(id))).list())
  }
}
