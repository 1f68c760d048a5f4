import {Args, ShowCommand} from '@osc-cli/core'
import {Meter, meterFields} from '#network-meter'

export default class NetworkMeterShow extends ShowCommand {
  static override summary = 'Show a network meter'
  static override roles = ['admin']
  static override columns = Object.keys(meterFields)
  static override calls = ['GET /v2.0/metering/metering-labels?name={name}', 'GET /v2.0/metering/metering-labels/{id}']
  static override requires = 'metering'
  static override examples = [
    {command: 'osc network meter show traffic', description: 'Show its project, and whether it is shared'},
  ]
  static override args = {
    meter: Args.string({description: 'Network meter to show (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkMeterShow)
    await this.show(await this.api(Meter).find(args.meter), meterFields)
  }
}
