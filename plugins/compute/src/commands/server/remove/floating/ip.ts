import {Args, OscCommand} from '@osc-cli/core'
import {FloatingIp} from '#floating-ip'
import {server} from '#server-action'

export default class ServerRemoveFloatingIp extends OscCommand {
  static override summary = 'Remove a floating IP address from a server'
  static override roles = ['member']
  static override calls = [
    'GET /v2.0/floatingips?floating_ip_address={ip}',
    'GET /v2.0/floatingips/{id}',
    'PUT /v2.0/floatingips/{id}',
  ]
  static override seeAlso = ['server add floating ip']
  static override examples = [
    {command: 'osc server remove floating ip web 203.0.113.5', description: 'Disassociate an address'},
  ]
  static override args = {
    server,
    'ip-address': Args.string({description: 'Floating IP address or its ID', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ServerRemoveFloatingIp)
    const addresses = this.api(FloatingIp)
    await addresses.update(await addresses.id(args['ip-address']), {port_id: null})
  }
}
