import {Args, asArray, asObject, Flags, ShowCommand} from '@osc-cli/core'
import {projectDomain} from '#flags'
import {idIn} from '#id-in'
import {Limit, regionFlag, regionOf} from '#limit'
import {Project} from '#project'
import {serviceId} from '#service'

export default class LimitCreate extends ShowCommand {
  static override summary = "Give a project a limit of its own, in place of the service's registered one."
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
      description: 'How many there may be',
    },
  ]
  static override args = {
    resource_name: Args.string({
      description: 'Resource that is limited; there is a registered limit for it.',
      required: true,
    }),
  }
  static override flags = {
    description: Flags.string({description: 'What it is for.'}),
    ...regionFlag,
    project: Flags.string({description: 'Project that it is for (name or ID).', helpValue: 'PROJECT', required: true}),
    ...projectDomain,
    service: Flags.string({
      description: 'Service of the resource (type, name or ID).',
      helpValue: 'SERVICE',
      required: true,
    }),
    'resource-limit': Flags.integer({description: 'How many there may be.', helpValue: 'NUMBER', required: true}),
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
    // The API creates lists of limits; this is a list of one.
    const answer = await (await this.session()).request({
      service: 'identity',
      method: 'POST',
      path: Limit.path,
      body: {limits: [limit]},
    })
    await this.show(asObject(asArray(asObject(await answer.json()).limits)[0]))
  }
}
