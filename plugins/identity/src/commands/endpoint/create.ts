import {Args, asText, Flags, ShowCommand} from '@osc-cli/core'
import {Endpoint, INTERFACES, withService} from '#endpoint'
import {enableDisable} from '#flags'
import {findService} from '#service'

export default class EndpointCreate extends ShowCommand {
  static override summary = 'Create an endpoint: where a service answers.'
  static override roles = ['admin']
  static override calls = ['GET /v3/services', 'POST /v3/endpoints']
  static override examples = [
    {
      command: 'osc endpoint create --region RegionOne metering public http://127.0.0.1:8777',
      description: 'Tell clients where the service of type metering is',
    },
  ]
  static override args = {
    service: Args.string({description: 'Service (type, name or ID).', required: true}),
    interface: Args.string({description: 'For whom: admin, public or internal.', required: true, options: INTERFACES}),
    url: Args.string({description: 'Its address.', required: true}),
  }
  static override flags = {
    region: Flags.string({description: 'Region it is in (ID); made if there is none.', helpValue: 'REGION-ID'}),
    ...enableDisable('endpoint'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(EndpointCreate)
    const service = await findService(this.api, args.service)
    const endpoint = await this.api(Endpoint).create({
      service_id: asText(service.id),
      interface: args.interface,
      url: args.url,
      // Unlike region_id, region makes the region where there is none.
      region: flags.region,
      enabled: !flags.disable,
    })
    await this.show(withService(endpoint, service))
  }
}
