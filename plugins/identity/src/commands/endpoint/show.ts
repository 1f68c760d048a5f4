import {Args, ShowCommand} from '@osc-cli/core'
import {endpointFields, findEndpoint, withService} from '#endpoint'
import {allServices} from '#service'

export default class EndpointShow extends ShowCommand {
  static override summary = 'Show an endpoint'
  static override roles = ['admin', 'system reader']
  static override calls = ['GET /v3/services', 'GET /v3/endpoints', 'GET /v3/endpoints/{id}']
  static override examples = [
    {command: 'osc endpoint show metering', description: 'Show the only endpoint of a service'},
  ]
  static override args = {
    endpoint: Args.string({description: 'Endpoint (ID, or a service that has one endpoint)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(EndpointShow)
    const [endpoint, services] = await Promise.all([findEndpoint(this.api, args.endpoint), allServices(this.api)])
    await this.show(
      withService(
        endpoint,
        services.find(({id}) => id === endpoint.service_id),
      ),
      endpointFields,
    )
  }
}
