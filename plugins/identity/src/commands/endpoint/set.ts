import {Args, asText, Flags, OscCommand, requireChanges} from '@osc-cli/core'
import {Endpoint, findEndpoint, INTERFACES} from '#endpoint'
import {enableDisable} from '#flags'
import {serviceId} from '#service'

export default class EndpointSet extends OscCommand {
  static override summary = 'Change an endpoint'
  static override roles = ['admin']
  static override calls = [
    'GET /v3/services',
    'GET /v3/endpoints',
    'PATCH /v3/endpoints/{id}',
    'GET /v3/endpoints/{id}',
  ]
  static override examples = [
    {
      command: 'osc endpoint set --url http://127.0.0.1:8778 metering',
      description: 'Change the URL of the only endpoint of a service',
    },
    {command: 'osc endpoint set --disable metering', description: 'Remove it from the catalog'},
  ]
  static override args = {
    endpoint: Args.string({description: 'Endpoint to change (ID, or a service that has one endpoint)', required: true}),
  }
  static override flags = {
    region: Flags.string({description: 'New region (ID; created if it does not exist)', helpValue: 'REGION-ID'}),
    interface: Flags.string({description: 'New interface', options: INTERFACES, helpValue: 'INTERFACE'}),
    url: Flags.string({description: 'New URL', helpValue: 'URL'}),
    service: Flags.string({description: 'New service (type, name or ID)', helpValue: 'SERVICE'}),
    ...enableDisable('endpoint'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(EndpointSet)
    const [{id}, service] = await Promise.all([
      findEndpoint(this.api, args.endpoint),
      serviceId(this.api, flags.service),
    ])
    const body = requireChanges({
      service_id: service,
      url: flags.url,
      interface: flags.interface,
      region: flags.region,
      enabled: Flags.chosen(flags, {enable: true, disable: false}),
    })
    await this.api(Endpoint).update(asText(id) ?? args.endpoint, body)
  }
}
