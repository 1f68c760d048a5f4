import {Args, Flags, Known, projectFlags, projectOf, ShowCommand, tagFlags} from '@osc-cli/core'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {FloatingIp, shownFloatingIp} from '#floating-ip'
import {qosPolicyId} from '#qos-policy'
import {saveTags} from '#tags'

export default class FloatingIpCreate extends ShowCommand {
  static override summary = 'Create a floating IP'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/networks?name={name}',
    'GET /v2.0/subnets?name={name}',
    'GET /v2.0/ports?name={name}',
    'GET /v2.0/qos/policies?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'POST /v2.0/floatingips',
    'PUT /v2.0/floatingips/{id}/tags',
  ]
  static override needs = {
    'qos-policy': {extension: 'qos-fip'},
    'dns-domain': {extension: 'dns-integration'},
    'dns-name': {extension: 'dns-integration'},
  }
  static override seeAlso = ['floating ip set']
  static override examples = [{command: 'osc floating ip create public', description: 'Allocate a floating IP'}]
  static override args = {
    network: Args.string({
      description: 'External network to allocate the floating IP from (name or ID)',
      required: true,
    }),
  }
  static override flags = {
    subnet: Flags.string({description: 'Subnet to allocate the floating IP from (name or ID)', helpValue: 'SUBNET'}),
    port: Flags.string({description: 'Port to associate with the floating IP (name or ID)', helpValue: 'PORT'}),
    'floating-ip-address': Flags.string({description: 'Floating IP address', helpValue: 'IP-ADDRESS'}),
    'fixed-ip-address': Flags.string({
      description: 'Address of the port to map the floating IP to',
      helpValue: 'IP-ADDRESS',
    }),
    'qos-policy': Flags.string({description: 'QoS policy (name or ID)', helpValue: 'QOS-POLICY'}),
    description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
    'dns-domain': Flags.string({description: 'DNS domain', helpValue: 'DNS-DOMAIN'}),
    'dns-name': Flags.string({description: 'DNS name', helpValue: 'DNS-NAME'}),
    ...projectFlags('Project that owns the floating IP (name or ID; default: your project)'),
    ...tagFlags('floating IP'),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(FloatingIpCreate)
    const {subnet, port} = flags
    const floatingIps = this.api(FloatingIp)
    const [network, subnetId, portId, policy, project] = await Promise.all([
      this.api(Known.Network).id(args.network),
      subnet ? this.api(Known.Subnet).id(subnet) : undefined,
      port ? this.api(Known.Port).id(port) : undefined,
      qosPolicyId(this.api, flags),
      projectOf(this.api, flags),
    ])
    const created = await floatingIps.create({
      floating_network_id: network,
      subnet_id: subnetId,
      port_id: portId,
      floating_ip_address: flags['floating-ip-address'],
      fixed_ip_address: flags['fixed-ip-address'],
      qos_policy_id: policy,
      description: flags.description,
      project_id: project,
      dns_domain: flags['dns-domain'],
      dns_name: flags['dns-name'],
      ...extraProperties(flags),
    })
    const floatingIp = {...created, ...(await saveTags(floatingIps, created, flags))}
    await this.show(floatingIp, shownFloatingIp(floatingIp))
  }
}
