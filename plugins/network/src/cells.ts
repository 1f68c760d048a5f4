import {asArray, asObject, asText, Cells, Formatted, type Json, type JsonObject, pythonText} from '@osc-cli/core'

/** `External` or `Internal`. */
export const routerType = (value: Json | undefined) =>
  new Formatted(value ?? null, () => (value ? 'External' : 'Internal'))

/** `10.0.0.2-10.0.0.254`, with commas between pools. */
export const allocationPools = (value: Json | undefined) =>
  new Formatted(asArray(value), () =>
    asArray(value)
      .map((pool) => `${asText(asObject(pool).start) ?? ''}-${asText(asObject(pool).end) ?? ''}`)
      .join(','),
  )

/** A list in the order of the service. */
export const unsorted = (value: Json | undefined) =>
  new Formatted(asArray(value), () => asArray(value).map(pythonText).join(', '))

/** People see `gateway`, as the options call it; programs see the API's `nexthop`. */
export const hostRoutes = (value: Json | undefined) =>
  new Formatted(asArray(value), () => Cells.dicts(asArray(value).map(withGateway)).human)

function withGateway(route: Json): JsonObject {
  const {nexthop, ...rest} = asObject(route)
  return nexthop === undefined ? rest : {...rest, gateway: nexthop}
}

/** Nested values as the JSON that Python writes: with blanks after colons and commas. */
export const asPythonJson = (value: Json | undefined) => new Formatted(value ?? null, () => pythonJson(value ?? null))

function pythonJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(pythonJson).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const pairs = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${pythonJson(item ?? null)}`)
  return `{${pairs.join(', ')}}`
}

/** The rules of a security group, a line each, without empty values and what the group itself shows. */
export const ruleList = (value: Json | undefined) =>
  new Formatted(asArray(value), () => Cells.dicts(asArray(value).map(essential)).human)

const SHOWN_BY_GROUP = ['security_group_id', 'tenant_id', 'project_id']

function essential(rule: Json): JsonObject {
  const isKept = ([key, value]: [string, Json | undefined]) => !SHOWN_BY_GROUP.includes(key) && !isNothing(value)
  return Object.fromEntries(Object.entries(asObject(rule)).filter(isKept))
}

const isNothing = (value: Json | undefined) => !value || (Array.isArray(value) && value.length === 0)
