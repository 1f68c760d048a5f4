import {ifOffered, notOfferedHere} from '#common/offered'
import {projectId} from '#common/project'
import {getQuotas, isCoreQuota, type QuotaService, selectedQuotas} from '#common/quotas'
import {Args, asObject, type Columns, Flags, isObject, type JsonObject, ListCommand, UsageError} from '#sdk'

const columns: Columns = {Resource: 'resource', Limit: 'limit'}
const usageColumns: Columns = {...columns, 'In Use': 'in_use', Reserved: 'reserved'}

const only = (what: string, others: string[]) =>
  Flags.boolean({description: `Only those of ${what}.`, exclusive: others})

export default class QuotaShow extends ListCommand {
  static override summary = 'Show how much a project may have.'
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
    {command: 'osc quota show --compute --usage', description: 'Your own project: how much there may be and is'},
    {command: 'osc quota show --default demo', description: 'What a project gets unless set'},
  ]
  static override args = {
    project: Args.string({description: 'Project (name or ID); yours when left out.', required: false}),
  }
  static override flags = {
    default: Flags.boolean({description: 'What projects get unless set.', exclusive: ['usage']}),
    usage: Flags.boolean({description: 'With what is used and reserved.', exclusive: ['default']}),
    all: Flags.boolean({
      description: 'Those of all services (the default).',
      exclusive: ['compute', 'volume', 'network'],
    }),
    compute: only('compute', ['all', 'volume', 'network']),
    volume: only('block storage', ['all', 'compute', 'network']),
    network: only('network', ['all', 'compute', 'volume']),
    service: Flags.string({
      description: 'Only those of this service type.',
      helpValue: 'TYPE',
      exclusive: ['all', 'compute', 'volume', 'network'],
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(QuotaShow)
    const session = await this.session()
    const project =
      args.project === undefined ? (await session.access()).projectId : await projectId(this.api, args.project)
    if (project === undefined) throw new UsageError('You work in no project: name the one whose quotas you want.')
    const services = selectedQuotas(flags)
    const what = (service: QuotaService) => (flags.default ? service.defaults : flags.usage ? service.usage : '')
    const found = await Promise.all(
      services.map((service) =>
        ifOffered(async () => rows(service, await getQuotas(session, service, project, what(service)))),
      ),
    )
    for (const [i, quotas] of services.entries()) {
      if (!found[i] && (isCoreQuota(quotas) || flags.service))
        await this.note(await notOfferedHere(quotas.service, this.runtime))
    }
    // What two services have, the later one knows better: Nova still tells of networks that are Neutron's.
    const byResource = new Map(found.flatMap((quotas) => quotas ?? []).map((quota) => [quota.resource, quota]))
    await this.table(flags.usage ? usageColumns : columns, byResource.values())
  }
}

/** Neutron calls `used` what the others call `in_use`. */
const rows = ({names, shown = {}}: QuotaService, quotas: JsonObject): JsonObject[] => {
  const known = new Map([...Object.entries(shown), ...Object.entries(names)])
  return Object.entries(quotas).map(([key, value]) => {
    const resource = known.get(key) ?? key
    if (!isObject(value)) return {resource, limit: value}
    const {limit, in_use: inUse, used, reserved} = asObject(value)
    return {resource, limit, in_use: inUse ?? used, reserved}
  })
}
