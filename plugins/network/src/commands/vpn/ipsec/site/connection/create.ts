import {Args, Flags, projectFlags, projectOf, ShowCommand} from '@osc-cli/core'
import {IkePolicy} from '#vpn/ike-policy'
import {IpsecPolicy} from '#vpn/ipsec-policy'
import {
  checkEndpoints,
  connectionBody,
  connectionFields,
  connectionFlags,
  connectionNeeds,
  IpsecSiteConnection,
  peerOptions,
} from '#vpn/ipsec-site-connection'
import {VpnService} from '#vpn/service'

export default class VpnIpsecSiteConnectionCreate extends ShowCommand {
  static override summary = 'Create an IPsec site connection'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/vpn/endpoint-groups?name={name}',
    'GET /v2.0/vpn/vpnservices?name={name}',
    'GET /v2.0/vpn/ikepolicies?name={name}',
    'GET /v2.0/vpn/ipsecpolicies?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'POST /v2.0/vpn/ipsec-site-connections',
  ]
  static override requires = 'vpnaas'
  static override needs = connectionNeeds
  static override seeAlso = ['vpn service create', 'vpn endpoint group create']
  static override examples = [
    {
      command:
        'osc vpn ipsec site connection create --vpnservice site --ikepolicy strong --ipsecpolicy strong --peer-address 203.0.113.9 --peer-id 203.0.113.9 --local-endpoint-group local --peer-endpoint-group remote --psk "$PSK" berlin',
      description: 'Connect local subnets with a remote site',
    },
  ]
  static override args = {
    name: Args.string({description: 'Name of the new IPsec site connection', required: true}),
  }
  static override flags = {
    ...connectionFlags,
    'peer-id': Flags.string({...peerOptions.id, required: true}),
    'peer-address': Flags.string({...peerOptions.address, required: true}),
    psk: Flags.string({description: 'Pre-shared key', helpValue: 'KEY', required: true, secret: true}),
    vpnservice: Flags.string({description: 'VPN service (name or ID)', helpValue: 'VPN-SERVICE', required: true}),
    ikepolicy: Flags.string({description: 'IKE policy (name or ID)', helpValue: 'POLICY', required: true}),
    ipsecpolicy: Flags.string({description: 'IPsec policy (name or ID)', helpValue: 'POLICY', required: true}),
    ...projectFlags('Project that owns the IPsec site connection (name or ID; default: your project)'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VpnIpsecSiteConnectionCreate)
    checkEndpoints(flags)
    const [body, service, ikePolicy, ipsecPolicy] = await Promise.all([
      connectionBody(this.api, flags),
      this.api(VpnService).id(flags.vpnservice),
      this.api(IkePolicy).id(flags.ikepolicy),
      this.api(IpsecPolicy).id(flags.ipsecpolicy),
    ])
    const created = await this.api(IpsecSiteConnection).create({
      name: args.name,
      ...body,
      vpnservice_id: service,
      ikepolicy_id: ikePolicy,
      ipsecpolicy_id: ipsecPolicy,
      psk: flags.psk,
      project_id: await projectOf(this.api, flags),
    })
    await this.show(created, connectionFields)
  }
}
