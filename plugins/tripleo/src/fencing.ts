import {asArray, asObject, asText, isObject, type Json, type JsonObject, UsageError} from '@osc-cli/core'

/** Options of all fencing devices. */
export interface FencingOptions {
  delay?: number | undefined
  lanplus: boolean
  cipher?: number | undefined
  level?: string | undefined
}

/** How an agent of Pacemaker reaches a machine, by the driver of the machine. */
const AGENTS: readonly (readonly [driver: RegExp, agent: string])[] = [
  [/ipmi|ilo|drac|irmc|xclarity/, 'fence_ipmilan'],
  [/redfish|sushy/, 'fence_redfish'],
]

/** The environment that enables fencing of the machines of an instackenv file. UsageError for one that cannot be fenced. */
export function fencingEnvironment(instackenv: Json, options: FencingOptions): JsonObject {
  const nodes = asArray(isObject(instackenv) ? instackenv.nodes : instackenv).map(asObject)
  if (nodes.length === 0)
    throw new UsageError('The file does not have a list of machines.', {
      hint: 'Write a list, or a dictionary with the key nodes.',
    })
  const devices = nodes.map((node, index) => deviceOf(node, asText(node.name) ?? `number ${index + 1}`, options))
  return {parameter_defaults: {EnableFencing: true, FencingConfig: {devices}}}
}

function deviceOf(node: JsonObject, name: string, {delay, lanplus, cipher, level}: FencingOptions): JsonObject {
  const driver = asText(node.pm_type ?? node.driver) ?? ''
  const agent = AGENTS.find(([pattern]) => pattern.test(driver))?.[1]
  const mac = macOf(node)
  if (agent === undefined)
    throw new UsageError(`Machine ${name}: No fencing agent is known for the driver '${driver}'.`, {
      hint: 'Remove the machine from the file, or configure its fencing manually.',
    })
  if (mac === undefined)
    throw new UsageError(`Machine ${name}: No MAC address was specified.`, {hint: 'Add it as "ports" or "mac".'})
  const optional = {
    ipport: node.pm_port,
    delay,
    cipher: agent === 'fence_ipmilan' ? cipher : undefined,
    privlvl: agent === 'fence_ipmilan' ? level : undefined,
    lanplus: agent === 'fence_ipmilan' && lanplus ? true : undefined,
    systems_uri: agent === 'fence_redfish' ? node.pm_system_id : undefined,
  }
  const params = {
    ipaddr: node.pm_addr ?? null,
    login: node.pm_user ?? null,
    passwd: node.pm_password ?? null,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  }
  return {agent, host_mac: mac, params}
}

/** The first MAC address, in either notation of the file. */
function macOf({mac, ports}: JsonObject): string | undefined {
  return asText(asArray(mac)[0]) ?? asText(asObject(asArray(ports)[0]).address)
}
