import {Args, Flags, OscCommand, tagUnsetFlags} from '@osc-cli/core'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {FloatingIp} from '#floating-ip'
import {saveTags} from '#tags'

export default class FloatingIpUnset extends OscCommand {
  static override summary = 'Remove properties of a floating IP'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/floatingips?floating_ip_address={name}',
    'PUT /v2.0/floatingips/{id}',
    'PUT /v2.0/floatingips/{id}/tags',
  ]
  static override seeAlso = ['floating ip set']
  static override examples = [
    {command: 'osc floating ip unset --port 203.0.113.9', description: 'Disassociate a floating IP'},
  ]
  static override args = {
    floating_ip: Args.string({description: 'Floating IP to change (IP address or ID)', required: true}),
  }
  static override flags = {
    port: Flags.boolean({description: 'Disassociate the floating IP from its port'}),
    'qos-policy': Flags.boolean({description: 'Remove the QoS policy'}),
    ...tagUnsetFlags('floating IP'),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(FloatingIpUnset)
    const floatingIps = this.api(FloatingIp)
    const floatingIp = await floatingIps.find(args.floating_ip)
    await floatingIps.update(String(floatingIp.id), {
      port_id: flags.port ? null : undefined,
      qos_policy_id: flags['qos-policy'] ? null : undefined,
      ...extraProperties(flags),
    })
    await saveTags(floatingIps, floatingIp, flags, true)
  }
}
