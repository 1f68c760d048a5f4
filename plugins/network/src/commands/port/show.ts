import {Args, Known, ShowCommand} from '@osc-cli/core'
import {portFields} from '#port'

export default class PortShow extends ShowCommand {
  static override summary = 'Show a port'
  static override roles = ['reader']
  static override columns = Object.keys(portFields)
  static override calls = ['GET /v2.0/ports?name={name}', 'GET /v2.0/ports/{id}']
  static override examples = [
    {command: 'osc port show db', description: 'Show its addresses, status and security groups'},
  ]
  static override args = {
    port: Args.string({description: 'Port to show (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(PortShow)
    await this.show(await this.api(Known.Port).find(args.port), portFields)
  }
}
