import {Args, asArray, asObject, Flags, idIn, ShowCommand} from '@osc-cli/core'
import {projectDomain} from '#flags'
import {Limit, limitFields, regionFlag, regionOf} from '#limit'
import {Project} from '#project'
import {serviceId} from '#service'

export default class LimitCreate extends ShowCommand {
  static override summary = 'Create a limit for a project'
  static override roles = ['admin']
  static override calls = [
    'GET /v3/services',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'POST /v3/limits',
  ]
  static override examples = [
    {
      command: 'osc limit create --project admin --service keystone --resource-limit 20 users',
      description: 'Allow 20 users',
    },
  ]
  static override args = {
    resource_name: Args.string({
      description: 'Resource to limit; it must have a registered limit',
      required: true,
    }),
  }
  static override flags = {
    description: Flags.string({description: 'Description'}),
    ...regionFlag,
    project: Flags.string({description: 'Project (name or ID)', helpValue: 'PROJECT', required: true}),
    ...projectDomain,
    service: Flags.string({
      description: 'Service that owns the resource (type, name or ID)',
      helpValue: 'SERVICE',
      required: true,
    }),
    'resource-limit': Flags.integer({description: 'Limit', helpValue: 'NUMBER', required: true}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(LimitCreate)
    const [project, service] = await Promise.all([
      idIn(this.api, Project, flags.project, flags['project-domain']),
      serviceId(this.api, flags.service),
    ])
    const limit = {
      project_id: project,
      service_id: service,
      resource_name: args.resource_name,
      resource_limit: flags['resource-limit'],
      description: flags.description,
      region_id: regionOf(flags),
    }
    // The API creates lists of limits.
    const answer = await (await this.session()).request({
      service: 'identity',
      method: 'POST',
      path: Limit.path,
      body: {limits: [limit]},
    })
    await this.show(asObject(asArray(asObject(await answer.json()).limits)[0]), limitFields)
  }
}
