import {Args, Flags, Known, OscCommand, tagSetFlags} from '@osc-cli/core'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {FloatingIp} from '#floating-ip'
import {qosPolicyId} from '#qos-policy'
import {saveTags} from '#tags'

export default class FloatingIpSet extends OscCommand {
  static override summary = 'Change a floating IP'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/floatingips?floating_ip_address={name}',
    'GET /v2.0/ports?name={name}',
    'GET /v2.0/qos/policies?name={name}',
    'PUT /v2.0/floatingips/{id}',
    'PUT /v2.0/floatingips/{id}/tags',
  ]
  static override needs = {'qos-policy': {extension: 'qos-fip'}, 'no-qos-policy': {extension: 'qos-fip'}}
  static override seeAlso = ['floating ip unset']
  static override examples = [
    {command: 'osc floating ip set --port db 203.0.113.9', description: 'Associate a floating IP with a port'},
  ]
  static override args = {
    floating_ip: Args.string({description: 'Floating IP to change (IP address or ID)', required: true}),
  }
  static override flags = {
    port: Flags.string({description: 'Port to associate with the floating IP (name or ID)', helpValue: 'PORT'}),
    'fixed-ip-address': Flags.string({
      description: 'Address of the port to map the floating IP to',
      helpValue: 'IP-ADDRESS',
    }),
    description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
    'qos-policy': Flags.string({
      description: 'QoS policy (name or ID)',
      helpValue: 'QOS-POLICY',
      exclusive: ['no-qos-policy'],
    }),
    'no-qos-policy': Flags.boolean({description: 'Remove the QoS policy', exclusive: ['qos-policy']}),
    ...tagSetFlags('floating IP'),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(FloatingIpSet)
    const floatingIps = this.api(FloatingIp)
    const floatingIp = await floatingIps.find(args.floating_ip)
    await floatingIps.update(String(floatingIp.id), {
      port_id: flags.port ? await this.api(Known.Port).id(flags.port) : undefined,
      fixed_ip_address: flags['fixed-ip-address'] || undefined,
      description: flags.description,
      qos_policy_id: await qosPolicyId(this.api, flags),
      ...extraProperties(flags),
    })
    await saveTags(floatingIps, floatingIp, flags)
  }
}
