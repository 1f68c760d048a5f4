import {Args, asText, Flags, ShowCommand} from '@osc-cli/core'
import {Endpoint, endpointFields, INTERFACES, withService} from '#endpoint'
import {enableDisable} from '#flags'
import {findService} from '#service'

export default class EndpointCreate extends ShowCommand {
  static override summary = 'Create an endpoint of a service'
  static override roles = ['admin']
  static override calls = ['GET /v3/services', 'POST /v3/endpoints']
  static override examples = [
    {
      command: 'osc endpoint create --region RegionOne metering public http://127.0.0.1:8777',
      description: 'Add a public endpoint for the metering service',
    },
  ]
  static override args = {
    service: Args.string({description: 'Service (type, name or ID)', required: true}),
    interface: Args.string({description: 'Interface: admin, public or internal', required: true, options: INTERFACES}),
    url: Args.string({description: 'URL of the endpoint', required: true}),
  }
  static override flags = {
    region: Flags.string({description: 'Region (ID; created if it does not exist)', helpValue: 'REGION-ID'}),
    ...enableDisable('endpoint'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(EndpointCreate)
    const service = await findService(this.api, args.service)
    const endpoint = await this.api(Endpoint).create({
      service_id: asText(service.id),
      interface: args.interface,
      url: args.url,
      // Unlike region_id, region creates a missing region.
      region: flags.region,
      enabled: !flags.disable,
    })
    await this.show(withService(endpoint, service), endpointFields)
  }
}
