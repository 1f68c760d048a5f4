import {pathSegment} from '#cloud/path'
import type {Session} from '#cloud/types'
import {projectOrOwnId} from '#common/project'
import {CORE_QUOTAS, type QuotaOption, type QuotaService, quotaPath, quotasOf} from '#common/quotas'
import {Args, Flags, type JsonObject, OscCommand, UsageError} from '#sdk'

const limitsIn = (helpGroup: string) => (name: string) =>
  Flags.integer({description: `Limit for ${name.replaceAll('-', ' ')} (-1: unlimited)`, helpValue: 'NUMBER', helpGroup})
const compute = limitsIn('COMPUTE')
const volume = limitsIn('VOLUME')
const network = limitsIn('NETWORK')

const OPTIONS = ['compute', 'volume', 'network'] as const

/** These of block storage may be set for one type of volumes. */
const BY_VOLUME_TYPE = new Set(['gigabytes', 'snapshots', 'volumes'])

export default class QuotaSet extends OscCommand {
  static override summary = 'Set the quotas of a project'
  static override roles = ['admin']
  static override calls = [
    'GET /v3/projects?name={name}',
    'PUT /v2.1/os-quota-sets/{project_id}',
    'PUT /v3/{project_id}/os-quota-sets/{project_id}',
    'PUT /v2.0/quotas/{project_id}',
    'PUT /v2.1/os-quota-class-sets/{class}',
    'PUT /v3/{project_id}/os-quota-class-sets/{class}',
  ]
  static override examples = [
    {command: 'osc quota set --instances 20 --volumes 30 demo', description: 'Allow more servers and volumes'},
    {command: 'osc quota set --default --cores 40', description: 'Set a default quota'},
  ]
  static override args = {
    project: Args.string({
      description: 'Project (name or ID; default: the current project), or quota class with --class',
      required: false,
    }),
  }
  static override flags = {
    class: Flags.boolean({description: 'Set the quotas of a quota class', exclusive: ['default']}),
    default: Flags.boolean({description: 'Set the default quotas', exclusive: ['class']}),
    cores: compute('cores'),
    'injected-file-size': compute('injected-file-size'),
    'injected-path-size': compute('injected-path-size'),
    'injected-files': compute('injected-files'),
    instances: compute('instances'),
    'key-pairs': compute('key-pairs'),
    properties: compute('properties'),
    ram: compute('ram'),
    'server-group-members': compute('server-group-members'),
    'server-groups': compute('server-groups'),
    backups: volume('backups'),
    'backup-gigabytes': volume('backup-gigabytes'),
    gigabytes: volume('gigabytes'),
    groups: volume('groups'),
    'per-volume-gigabytes': volume('per-volume-gigabytes'),
    snapshots: volume('snapshots'),
    volumes: volume('volumes'),
    'floating-ips': network('floating-ips'),
    'secgroup-rules': network('secgroup-rules'),
    secgroups: network('secgroups'),
    networks: network('networks'),
    subnets: network('subnets'),
    ports: network('ports'),
    routers: network('routers'),
    'router-routes': network('router-routes'),
    'rbac-policies': network('rbac-policies'),
    subnetpools: network('subnetpools'),
    'volume-type': Flags.string({
      description: 'Volume type that --gigabytes, --snapshots and --volumes apply to',
      helpValue: 'TYPE',
      helpGroup: 'VOLUME',
    }),
    service: Flags.string({
      description: 'Service type of --limit',
      helpValue: 'TYPE',
      dependsOn: ['limit'],
      exclusive: ['class', 'default'],
    }),
    limit: Flags.keyValues({
      description: 'Limit of a resource of the service (-1: unlimited; repeatable)',
      helpValue: 'RESOURCE=NUMBER',
      dependsOn: ['service'],
    }),
    force: Flags.boolean({
      description: 'Allow quotas below the current usage (compute and network)',
      exclusive: ['no-force', 'check-limit'],
    }),
    'no-force': Flags.boolean({
      description: 'Reject quotas below the current usage (compute and network, default)',
      exclusive: ['force'],
    }),
    'check-limit': Flags.boolean({description: 'Deprecated: use --no-force', exclusive: ['force']}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(QuotaSet)
    const {project} = args
    if (flags.force && (flags.default || flags.class))
      throw new UsageError('--force cannot be used with --class or --default.')
    const session = await this.session()
    const className = flags.default ? 'default' : flags.class ? (project ?? 'default') : undefined
    const target = className ?? (await projectOrOwnId(this.api, session, project))
    if (target === undefined) throw new UsageError('No project is selected. Specify the project whose quotas to set.')
    for (const option of OPTIONS) {
      const service = CORE_QUOTAS[option]
      const limits = limitsOf(option, flags)
      if (Object.keys(limits).length === 0) continue
      if (className === undefined) await update(session, service, target, {...limits, ...forceOf(option, flags.force)})
      else if (option === 'network')
        await this.note('The network service does not support quota classes: network quotas were not changed.')
      else await updateClass(session, service, target, limits)
    }
    if (flags.service === undefined) return
    const service = quotasOf(flags.service)
    await update(session, service, target, namedLimits(service, flags.limit ?? []))
  }
}

/** `--limit racks=5` by the API's keys; UsageError for a resource that the service does not have, or a limit that is not a number. */
function namedLimits({service, names}: QuotaService, given: readonly Flags.KeyValue[]): JsonObject {
  const keys = new Map(Object.entries(names).map(([key, name]) => [name, key]))
  return Object.fromEntries(
    given.map(({key: name, value}) => {
      const key = keys.get(name)
      if (key === undefined) {
        const hint = `Choose one of: ${[...keys.keys()].join(', ')}.`
        throw new UsageError(`The ${service} service does not have a quota '${name}'.`, {hint})
      }
      if (!/^-?\d+$/.test(value)) throw new UsageError(`--limit ${name} is not an integer: '${value}'.`)
      return [key, Number(value)]
    }),
  )
}

/** What is to be set, by the API's keys. */
function limitsOf(option: QuotaOption, flags: Readonly<Record<string, unknown>>): JsonObject {
  const {names} = CORE_QUOTAS[option]
  const type = option === 'volume' ? flags['volume-type'] : undefined
  const keys = option === 'network' ? {...names, router_route: 'router-routes'} : names
  return Object.fromEntries(
    Object.entries(keys).flatMap(([key, name]) => {
      const value = flags[name]
      if (typeof value !== 'number') return []
      return [[type && BY_VOLUME_TYPE.has(key) ? `${key}_${type}` : key, value]]
    }),
  )
}

/** Nova compares limits with the usage by default, Neutron only if it is asked to, Cinder never. */
function forceOf(option: QuotaOption, force: boolean): JsonObject {
  if (option === 'volume') return {}
  if (force) return {force}
  return option === 'network' ? {check_limit: true} : {}
}

async function update(session: Session, quotas: QuotaService, project: string, limits: JsonObject): Promise<void> {
  const {service, member} = quotas
  await session.request({service, method: 'PUT', path: quotaPath(quotas, project), body: {[member]: limits}})
}

async function updateClass(session: Session, {service}: QuotaService, name: string, limits: JsonObject): Promise<void> {
  const path = `/os-quota-class-sets/${pathSegment(name, 'quota class')}`
  await session.request({service, method: 'PUT', path, body: {quota_class_set: limits}})
}
