import {
  Args,
  asArray,
  asObject,
  asText,
  type Columns,
  decodeJson,
  HttpError,
  type Json,
  type JsonObject,
  ShowCommand,
} from '@osc-cli/core'
import {Aggregate} from '#aggregate'
import {Hypervisor, hypervisorFields, oldFields} from '#hypervisor'

export default class HypervisorShow extends ShowCommand {
  static override summary = 'Show a hypervisor'
  static override roles = ['admin']
  static override calls = [
    'GET /v2.1/os-hypervisors/{id}',
    'GET /v2.1/os-hypervisors?hypervisor_hostname_pattern={name}',
    'GET /v2.1/os-aggregates',
    'GET /v2.1/os-hypervisors/{id}/uptime',
  ]
  static override seeAlso = ['hypervisor list']
  static override examples = [{command: 'osc hypervisor show compute-1', description: 'Show state and uptime'}]
  static override args = {hypervisor: Args.string({description: 'Hypervisor (name or ID)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(HypervisorShow)
    const hypervisors = this.api(Hypervisor)
    const version = await hypervisors.microversion()
    const isNew = version.atLeast('2.88')
    const id = await hypervisors.id(args.hypervisor)
    const [hypervisor, aggregates] = await Promise.all([
      hypervisors.get(id),
      Array.fromAsync(this.api(Aggregate).list()),
    ])
    const service = asObject(hypervisor.service)
    const record: JsonObject = {
      ...hypervisor,
      aggregates: aggregatesOf(asText(service.host) ?? '', aggregates),
      service_id: service.id,
      service_host: service.host,
      ...(!version.atLeast('2.28') && {cpu_info: readCpuInfo(hypervisor.cpu_info)}),
    }
    const uptime = isNew ? asText(hypervisor.uptime) : await this.uptime(id)
    await this.show(record, inOrder({...hypervisorFields, ...(!isNew && oldFields), ...readUptime(uptime)}))
  }

  /** What `uptime` says on the host; 501 with drivers that do not know. */
  private async uptime(id: string): Promise<string | undefined> {
    try {
      const {hypervisor} = await this.api(Hypervisor).send(id, 'GET', '/uptime')
      return asText(asObject(hypervisor).uptime)
    } catch (error) {
      if (HttpError.is(error, 501)) return undefined
      throw error
    }
  }
}

/** Before 2.28 it is JSON in a string; a string that is not JSON is shown unchanged. */
function readCpuInfo(info: Json | undefined): Json {
  try {
    return decodeJson(asText(info) || '{}')
  } catch {
    return info ?? null
  }
}

const inOrder = (columns: Columns): Columns =>
  Object.fromEntries(Object.entries(columns).sort(([a], [b]) => (a < b ? -1 : 1)))

/** A host in a cell is called `CELL@HOST`, and so are its aggregates. */
function aggregatesOf(name: string, aggregates: readonly JsonObject[]): string[] {
  const at = name.indexOf('@')
  const [cell, host] = [name.slice(0, Math.max(at, 0)), name.slice(at + 1)]
  return aggregates
    .filter((aggregate) => (asText(aggregate.name) ?? '').includes(cell) && asArray(aggregate.hosts).includes(host))
    .map((aggregate) => asText(aggregate.name) ?? '')
}

/** `10:00:00 up 2 days,  3 users,  load average: 0.10, 0.20, 0.30`; longer text is cut, because the pattern backtracks. */
function readUptime(text = ''): Columns {
  const [, time, uptime, users, load] =
    /^\s*(.+)\sup\s+(.+),\s+(.+)\susers?,\s+load average:\s(.+)/.exec(text.slice(0, 300)) ?? []
  if (time === undefined) return {}
  return {
    host_time: () => time,
    uptime: () => uptime ?? null,
    users: () => users ?? null,
    load_average: () => load ?? null,
  }
}
