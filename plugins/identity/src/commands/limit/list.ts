import {Flags, idIn, ListCommand} from '@osc-cli/core'
import {projectDomain} from '#flags'
import {Limit, limitColumns, regionFlag, regionOf} from '#limit'
import {Project} from '#project'
import {serviceId} from '#service'

export default class LimitList extends ListCommand {
  static override summary = 'List project limits'
  static override roles = []
  static override columns = Object.keys(limitColumns)
  static override calls = [
    'GET /v3/services',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v3/limits',
  ]
  static override examples = [
    {command: 'osc limit list --service keystone', description: 'List the limits of one service'},
  ]
  static override flags = {
    service: Flags.string({description: 'Service (type, name or ID)', helpValue: 'SERVICE'}),
    'resource-name': Flags.string({description: 'Resource name', helpValue: 'RESOURCE'}),
    ...regionFlag,
    project: Flags.string({description: 'Project (name or ID)', helpValue: 'PROJECT'}),
    ...projectDomain,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(LimitList)
    const [service, project] = await Promise.all([
      serviceId(this.api, flags.service),
      idIn(this.api, Project, flags.project, flags['project-domain']),
    ])
    const query = {
      service_id: service,
      resource_name: flags['resource-name'],
      region_id: regionOf(flags),
      project_id: project,
    }
    await this.table(limitColumns, this.api(Limit).list(query))
  }
}
