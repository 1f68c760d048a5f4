import {
  asArray,
  asObject,
  type Columns,
  defineResource,
  Flags,
  Formatted,
  type Json,
  type JsonObject,
  type Row,
  UsageError,
} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/compute/#usage-reports-os-simple-tenant-usage
export const Usage = defineResource({
  noun: 'usage',
  service: 'compute',
  path: '/os-simple-tenant-usage',
  member: 'tenant_usage',
  collection: 'tenant_usages',
  by: 'id',
  newest: '2.75',
})

/** Two decimals for people, the number itself for programs. */
const decimals = (value: Json | undefined) => new Formatted(value ?? null, () => Number(value ?? 0).toFixed(2))

/** The usage of a server with the keys of openstacksdk, which prints `name` twice. */
export const serverUsage = ({tenant_id: project = null, ...usage}: JsonObject): JsonObject => {
  const {hours = null, flavor = null, instance_id = null, name = null, ...rest} = usage
  return {hours, flavor, instance_id, name, project_id: project, ...rest, id: null, location: null}
}

export const usageColumns = (project: (row: Row) => Json | Formatted): Columns => ({
  Project: project,
  Servers: ({server_usages: servers}) =>
    new Formatted(servers === undefined ? null : asArray(servers).map(asObject).map(serverUsage), () =>
      servers === undefined ? '' : String(asArray(servers).length),
    ),
  'RAM MB-Hours': ({total_memory_mb_usage: usage}) => decimals(usage),
  'CPU Hours': ({total_vcpus_usage: usage}) => decimals(usage),
  'Disk GB-Hours': ({total_local_gb_usage: usage}) => decimals(usage),
})

const day = Flags.custom<Date>({
  async parse(text) {
    const date = new Date(`${text}T00:00:00Z`)
    if (/^\d{4}-\d{1,2}-\d{1,2}$/.test(text) && !Number.isNaN(date.getTime())) return date
    throw new UsageError(`expected a date such as 2026-01-31, got '${text}'.`)
  },
})

export const rangeFlags = {
  start: day({description: 'First day of the range (default: four weeks ago)', helpValue: 'YYYY-MM-DD'}),
  end: day({description: 'End of the range (default: tomorrow)', helpValue: 'YYYY-MM-DD'}),
}

const DAY = 24 * 60 * 60 * 1000

/** The range of time that the flags choose. */
export function rangeOf(flags: {start?: Date | undefined; end?: Date | undefined}, now: number) {
  const [start, end] = [flags.start ?? new Date(now - 28 * DAY), flags.end ?? new Date(now + DAY)]
  const shown = (date: Date) => date.toISOString().slice(0, 10)
  const iso = (date: Date) => date.toISOString().slice(0, 19)
  return {query: {start: iso(start), end: iso(end)}, text: `Usage from ${shown(start)} to ${shown(end)}`}
}
