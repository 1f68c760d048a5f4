import {asArray, asObject, asText, type CommandContext, isObject, type Json, type JsonObject} from '@osc-cli/core'
import {Machine} from '#machine/machine'
import {deployedStack, OUTPUT_CALLS, outputsIn} from '#plan/outputs'
import {partsOf} from '#state/parts'
import {type DeployedServer, serversOf} from '#state/servers'

/** Requests of `extractRoles`. */
export const EXTRACT_CALLS = [
  ...OUTPUT_CALLS,
  'GET /v1/{project_id}/stacks/{name}/{id}/resources',
  'GET /v2.1/servers/detail',
  'GET /v1/nodes',
]

/** Output of TripleO's templates: the hosts by role. */
const HOSTS = 'AnsibleHostVarsMap'

/** The roles of a deployed plan as `overcloud node provision` reads them: each server with its hostname and machine. */
export async function extractRoles(context: CommandContext, plan: string): Promise<JsonObject[]> {
  const session = await context.session()
  const stack = await deployedStack(session, plan)
  const listed = outputsIn(stack).get(HOSTS)
  const hosts = isObject(listed)
    ? new Map(Object.entries(listed).map(([role, some]) => [role, namesIn(some ?? null)]))
    : hostsByRole(await serversOf(context, await partsOf(session, stack)))
  const machines = await machinesByHost(context)
  return [...hosts]
    .filter(([, some]) => some.length > 0)
    .map(([role, some]) => ({
      name: role,
      count: some.length,
      ...formatOf(stack, role),
      instances: some.toSorted().map((hostname) => ({hostname, ...machines.get(hostname)})),
    }))
}

/** A list of hosts, or the variables of each. */
const namesIn = (hosts: Json): string[] => (isObject(hosts) ? Object.keys(hosts) : asArray(hosts).map(String))

function hostsByRole(servers: readonly DeployedServer[]): Map<string, string[]> {
  const named = servers.filter(({server}) => asText(server.name) !== undefined)
  const groups = Map.groupBy(named, ({role}) => role)
  return new Map([...groups].map(([role, some]) => [role, some.map(({server}) => String(server.name))]))
}

function formatOf({parameters}: JsonObject, role: string): JsonObject {
  const format = asText(asObject(parameters)[`${role}HostnameFormat`])
  return format ? {hostname_format: format} : {}
}

/** What identifies the machine of each host. Nova and `overcloud node provision` note the hostname as display_name. */
async function machinesByHost({api}: CommandContext): Promise<Map<string, {name: string}>> {
  const found = new Map<string, {name: string}>()
  for await (const {name, instance_info: info} of api(Machine).list({detail: true})) {
    const hostname = asText(asObject(info).display_name)
    if (hostname && asText(name)) found.set(hostname, {name: String(name)})
  }
  return found
}
