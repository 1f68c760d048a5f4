import {Args, Flags, type JsonObject, Known, projectFlags, projectOf, ShowCommand, tagFlags} from '@osc-cli/core'
import {addressPairs} from '#address-pair'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {fixedIpFlag, fixedIps} from '#fixed-ip'
import {portFields} from '#port'
import {portBody, portFlags, portNeeds} from '#port-options'
import {saveTags} from '#tags'

export default class PortCreate extends ShowCommand {
  static override summary = 'Create a port'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/networks?name={name}',
    'GET /v2.0/subnets?name={name}',
    'GET /v2.0/security-groups?name={name}',
    'GET /v2.0/qos/policies?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v2.0/extensions',
    'POST /v2.0/ports',
    'PUT /v2.0/ports/{id}/tags',
  ]
  static override needs = {...portNeeds, 'device-profile': {extension: 'port-device-profile'}}
  static override seeAlso = ['port set', 'port list']
  static override examples = [
    {
      command: 'osc port create --network private --fixed-ip subnet=private-subnet,ip-address=10.0.0.9 db',
      description: 'Create a port with a given address',
    },
  ]
  static override args = {name: Args.string({description: 'Name of the new port', required: true})}
  static override flags = {
    network: Flags.string({description: 'Network of the port (name or ID)', helpValue: 'NETWORK', required: true}),
    ...portFlags,
    'fixed-ip': fixedIpFlag('Subnet (name or ID), address, or both (repeatable)', ['no-fixed-ip']),
    'no-fixed-ip': Flags.boolean({description: 'Create the port without addresses', exclusive: ['fixed-ip']}),
    'no-security-group': Flags.boolean({
      description: 'Create the port without security groups',
      exclusive: ['security-group'],
    }),
    'security-group': Flags.strings({
      description: 'Security group (name or ID; repeatable)',
      helpValue: 'SECURITY-GROUP',
      exclusive: ['no-security-group'],
    }),
    'device-profile': Flags.string({description: 'Device profile', helpValue: 'DEVICE-PROFILE'}),
    'hardware-offload-type': Flags.string({
      description: 'Type of hardware offload',
      helpValue: 'HARDWARE-OFFLOAD-TYPE',
    }),
    ...projectFlags('Project that owns the port (name or ID; default: your project)'),
    ...tagFlags('port'),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(PortCreate)
    const ports = this.api(Known.Port)
    const atOnce = await this.offers('tag-ports-during-bulk-creation')
    const tags = flags['no-tag'] ? [] : flags.tag && [...new Set(flags.tag)]
    const body: JsonObject = {
      ...(await portBody(this.api, flags)),
      admin_state_up: !flags.disable,
      name: args.name,
      network_id: await this.api(Known.Network).id(flags.network),
      project_id: await projectOf(this.api, flags),
      device_profile: flags['device-profile'] || undefined,
      hardware_offload_type: flags['hardware-offload-type'] || undefined,
      'binding:profile': flags['binding-profile'] && Object.assign({}, ...flags['binding-profile']),
      fixed_ips: flags['no-fixed-ip'] ? [] : await fixedIps(this.api, flags['fixed-ip']),
      security_groups: flags['no-security-group']
        ? []
        : flags['security-group'] && (await this.api(Known.SecurityGroup).ids(flags['security-group'])),
      allowed_address_pairs: addressPairs(flags['allowed-address']),
      tags: atOnce ? tags : undefined,
      ...extraProperties(flags),
    }
    const port = await ports.create(body)
    await this.show({...port, ...(await saveTags(ports, port, atOnce ? {} : flags))}, portFields)
  }
}
