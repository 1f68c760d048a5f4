import {ifOffered, notOfferedHere} from '#common/offered'
import {projectOrOwnId} from '#common/project'
import {getQuotas, isCoreQuota, type QuotaService, selectedQuotas} from '#common/quotas'
import {shownQuotas} from '#common/shown-quotas'
import {Args, type Columns, Flags, ListCommand, UsageError} from '#sdk'

const columns: Columns = {Resource: 'resource', Limit: 'limit'}
const usageColumns: Columns = {...columns, 'In Use': 'in_use', Reserved: 'reserved'}

const only = (what: string, others: string[]) =>
  Flags.boolean({description: `Show ${what} quotas only`, exclusive: others})

export default class QuotaShow extends ListCommand {
  static override summary = 'Show the quotas of a project'
  static override roles = []
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v2.1/os-quota-sets/{project_id}',
    'GET /v2.1/os-quota-sets/{project_id}/{defaults|detail}',
    'GET /v3/{project_id}/os-quota-sets/{project_id}',
    'GET /v3/{project_id}/os-quota-sets/{project_id}/defaults',
    'GET /v2.0/quotas/{project_id}',
    'GET /v2.0/quotas/{project_id}/{default|details.json}',
  ]
  static override examples = [
    {command: 'osc quota show --compute --usage', description: 'Show compute quotas and usage of the current project'},
    {command: 'osc quota show --default demo', description: 'Show the default quotas'},
  ]
  static override args = {
    project: Args.string({description: 'Project (name or ID; default: the current project)', required: false}),
  }
  static override flags = {
    default: Flags.boolean({description: 'Show default quotas', exclusive: ['usage']}),
    usage: Flags.boolean({description: 'Include usage and reservations', exclusive: ['default']}),
    all: Flags.boolean({
      description: 'All services (default)',
      exclusive: ['compute', 'volume', 'network'],
    }),
    compute: only('compute', ['all', 'volume', 'network']),
    volume: only('block storage', ['all', 'compute', 'network']),
    network: only('network', ['all', 'compute', 'volume']),
    service: Flags.string({
      description: 'Service type whose quotas to show (default: all)',
      helpValue: 'TYPE',
      exclusive: ['all', 'compute', 'volume', 'network'],
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(QuotaShow)
    const session = await this.session()
    const project = await projectOrOwnId(this.api, session, args.project)
    if (project === undefined) throw new UsageError('No project is selected. Specify the project whose quotas to show.')
    const services = selectedQuotas(flags)
    const what = (service: QuotaService) => (flags.default ? service.defaults : flags.usage ? service.usage : '')
    const found = await Promise.all(
      services.map((service) => ifOffered(() => getQuotas(session, service, project, what(service)))),
    )
    for (const [i, quotas] of services.entries()) {
      if (!found[i] && (isCoreQuota(quotas) || flags.service))
        await this.note(await notOfferedHere(quotas.service, this.runtime))
    }
    const offered = services.flatMap((service, i) => (found[i] ? [[service, found[i]] as const] : []))
    await this.table(flags.usage ? usageColumns : columns, shownQuotas(offered, flags.usage))
  }
}
