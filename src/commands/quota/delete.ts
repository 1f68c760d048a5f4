import {ifOffered, notOfferedHere} from '#common/offered'
import {projectId} from '#common/project'
import {isCoreQuota, quotaPath, selectedQuotas} from '#common/quotas'
import {Args, Flags, OscCommand} from '#sdk'

const only = (what: string, others: string[]) =>
  Flags.boolean({description: `Reset ${what} quotas only`, exclusive: others})

export default class QuotaDelete extends OscCommand {
  static override summary = 'Reset the quotas of a project to the defaults'
  static override roles = ['admin']
  static override calls = [
    'GET /v3/projects?name={name}',
    'DELETE /v2.1/os-quota-sets/{project_id}',
    'DELETE /v3/{project_id}/os-quota-sets/{project_id}',
    'DELETE /v2.0/quotas/{project_id}',
  ]
  static override examples = [
    {command: 'osc quota delete --network demo', description: 'Reset the quotas of one service'},
  ]
  static override args = {
    project: Args.string({description: 'Project (name or ID)', required: true}),
  }
  static override flags = {
    all: Flags.boolean({
      description: 'All services (default)',
      exclusive: ['compute', 'volume', 'network'],
    }),
    compute: only('compute', ['all', 'volume', 'network']),
    volume: only('block storage', ['all', 'compute', 'network']),
    network: only('network', ['all', 'compute', 'volume']),
    service: Flags.string({
      description: 'Service type whose quotas to reset (default: all)',
      helpValue: 'TYPE',
      exclusive: ['all', 'compute', 'volume', 'network'],
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(QuotaDelete)
    const [session, project] = await Promise.all([this.session(), projectId(this.api, args.project)])
    await Promise.all(
      selectedQuotas(flags).map(async (quotas) => {
        const {service} = quotas
        const path = quotaPath(quotas, project)
        const done = await ifOffered(() => session.request({service, method: 'DELETE', path}))
        if (!done && (isCoreQuota(quotas) || flags.service))
          await this.note(await notOfferedHere(service, this.runtime))
      }),
    )
  }
}
