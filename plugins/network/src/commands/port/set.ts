import {
  Args,
  asArray,
  asObject,
  extended,
  Flags,
  type Json,
  type JsonObject,
  Known,
  OscCommand,
  tagSetFlags,
} from '@osc-cli/core'
import {addressPairs} from '#address-pair'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {fixedIpFlag, fixedIps} from '#fixed-ip'
import {portBody, portFlags, portNeeds} from '#port-options'
import {saveTags} from '#tags'

export default class PortSet extends OscCommand {
  static override summary = 'Change a port'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/ports?name={name}',
    'GET /v2.0/subnets?name={name}',
    'GET /v2.0/security-groups?name={name}',
    'GET /v2.0/qos/policies?name={name}',
    'GET /v2.0/extensions',
    'PUT /v2.0/ports/{id}',
    'PUT /v2.0/ports/{id}/tags',
  ]
  static override needs = {...portNeeds, 'data-plane-status': {extension: 'data-plane-status'}}
  static override seeAlso = ['port unset', 'port create']
  static override examples = [
    {command: 'osc port set --no-security-group --disable-port-security db', description: 'Let all traffic pass'},
  ]
  static override args = {port: Args.string({description: 'Port to change (name or ID)', required: true})}
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    ...portFlags,
    'fixed-ip': fixedIpFlag('Address to add (repeatable)'),
    'no-fixed-ip': Flags.boolean({description: 'Remove the existing addresses first'}),
    'no-binding-profile': Flags.boolean({description: 'Remove the existing data of binding:profile first'}),
    'no-security-group': Flags.boolean({description: 'Remove the existing security groups first'}),
    'no-allowed-address': Flags.boolean({description: 'Remove the existing allowed addresses first'}),
    'data-plane-status': Flags.string({description: 'Status of the data plane', options: ['ACTIVE', 'DOWN']}),
    ...tagSetFlags('port'),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(PortSet)
    const ports = this.api(Known.Port)
    const port = await ports.find(args.port)
    const [ips, groups] = await Promise.all([
      fixedIps(this.api, flags['fixed-ip']),
      flags['security-group'] && this.api(Known.SecurityGroup).ids(flags['security-group']),
    ])
    const profile = flags['binding-profile']
    const body: JsonObject = {
      ...(await portBody(this.api, flags)),
      name: flags.name,
      'binding:profile':
        profile || flags['no-binding-profile']
          ? Object.assign({}, flags['no-binding-profile'] ? {} : asObject(port['binding:profile']), ...(profile ?? []))
          : undefined,
      fixed_ips: extended(asArray(port.fixed_ips), ips, flags['no-fixed-ip']),
      // Neutron refuses a group twice.
      security_groups: extended(asArray(port.security_groups), groups, flags['no-security-group'])?.filter(isFirst),
      allowed_address_pairs: extended(
        asArray(port.allowed_address_pairs),
        addressPairs(flags['allowed-address']),
        flags['no-allowed-address'],
      ),
      data_plane_status: flags['data-plane-status'],
      ...extraProperties(flags),
    }
    await ports.update(String(port.id), body)
    await saveTags(ports, port, flags)
  }
}

const isFirst = (one: Json, at: number, all: readonly Json[]) => all.indexOf(one) === at
