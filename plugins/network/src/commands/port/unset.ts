import {
  Args,
  asObject,
  Flags,
  type Json,
  type JsonObject,
  Known,
  OscCommand,
  tagUnsetFlags,
  UsageError,
} from '@osc-cli/core'
import {addressPairFlag, addressPairs} from '#address-pair'
import {clearedProperties, extraPropertyFlags} from '#extra-property'
import {fixedIpFlag, fixedIps} from '#fixed-ip'
import {saveTags} from '#tags'
import {without} from '#without'

export default class PortUnset extends OscCommand {
  static override summary = 'Remove attributes of a port'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/ports?name={name}',
    'GET /v2.0/subnets?name={name}',
    'GET /v2.0/security-groups?name={name}',
    'PUT /v2.0/ports/{id}',
    'PUT /v2.0/ports/{id}/tags',
  ]
  static override seeAlso = ['port set']
  static override examples = [
    {command: 'osc port unset --security-group web --tag blue db', description: 'Remove a security group and a tag'},
  ]
  static override args = {port: Args.string({description: 'Port to change (name or ID)', required: true})}
  static override flags = {
    'fixed-ip': fixedIpFlag('Address to remove (repeatable)'),
    'binding-profile': Flags.strings({
      description: 'Key to remove from binding:profile (repeatable)',
      helpValue: 'KEY',
    }),
    'security-group': Flags.strings({
      description: 'Security group to remove (name or ID; repeatable)',
      helpValue: 'SECURITY-GROUP',
    }),
    'allowed-address': addressPairFlag('Allowed address to remove (repeatable)'),
    'qos-policy': Flags.boolean({description: 'Remove the QoS policy'}),
    'data-plane-status': Flags.boolean({description: 'Remove the status of the data plane'}),
    'numa-policy': Flags.boolean({description: 'Remove the NUMA affinity policy'}),
    host: Flags.boolean({description: 'Remove the binding to a host'}),
    hints: Flags.boolean({description: 'Remove the hints'}),
    device: Flags.boolean({description: 'Remove the device ID'}),
    'device-owner': Flags.boolean({description: 'Remove the device owner'}),
    'pvlan-community': Flags.boolean({description: 'Remove the PVLAN community'}),
    ...tagUnsetFlags('port'),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(PortUnset)
    const ports = this.api(Known.Port)
    const port = await ports.find(args.port)
    const ips = await fixedIps(this.api, flags['fixed-ip'])
    const groups = flags['security-group'] && (await this.api(Known.SecurityGroup).ids(flags['security-group']))
    const pairs = addressPairs(flags['allowed-address'])
    const cleared = (name: keyof typeof flags, value: Json = null) => (flags[name] ? value : undefined)
    const body: JsonObject = {
      fixed_ips: without(port.fixed_ips, ips, 'Port', 'fixed-ip'),
      'binding:profile': withoutKeys(asObject(port['binding:profile']), flags['binding-profile']),
      security_groups: without(port.security_groups, groups, 'Port', 'security group'),
      allowed_address_pairs: without(port.allowed_address_pairs, pairs, 'Port', 'allowed-address-pair'),
      qos_policy_id: cleared('qos-policy'),
      data_plane_status: cleared('data-plane-status'),
      numa_affinity_policy: cleared('numa-policy'),
      'binding:host_id': cleared('host'),
      hints: cleared('hints'),
      device_id: cleared('device', ''),
      device_owner: cleared('device-owner', ''),
      pvlan_community: cleared('pvlan-community'),
      ...clearedProperties(flags),
    }
    await ports.update(String(port.id), body)
    await saveTags(ports, port, flags, true)
  }
}

function withoutKeys(has: JsonObject, keys: readonly string[] | undefined): JsonObject | undefined {
  if (!keys) return undefined
  const missing = keys.find((key) => !Object.hasOwn(has, key))
  if (missing !== undefined) throw new UsageError(`Port does not contain binding-profile ${missing}`)
  return Object.fromEntries(Object.entries(has).filter(([key]) => !keys.includes(key)))
}
