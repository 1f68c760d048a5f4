import {Args, OscCommand} from '@osc-cli/core'
import {Meter} from '#network-meter'

export default class NetworkMeterDelete extends OscCommand {
  static override summary = 'Delete network meters'
  static override roles = ['admin']
  static override calls = [
    'GET /v2.0/metering/metering-labels?name={name}',
    'DELETE /v2.0/metering/metering-labels/{id}',
  ]
  static override requires = 'metering'
  static override examples = [{command: 'osc network meter delete traffic', description: 'Delete by name'}]
  static override args = {
    meter: Args.string({description: 'Network meters to delete (names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(NetworkMeterDelete)
    const resource = this.api(Meter)
    await this.each(args.meter, async (name) => resource.delete(await resource.id(name)))
  }
}
