import {Args, asText, OscCommand} from '@osc-cli/core'
import {Endpoint, findEndpoint} from '#endpoint'

export default class EndpointDelete extends OscCommand {
  static override summary = 'Delete endpoints'
  static override roles = ['admin']
  static override calls = [
    'GET /v3/services',
    'GET /v3/endpoints',
    'DELETE /v3/endpoints/{id}',
    'GET /v3/endpoints/{id}',
  ]
  static override examples = [
    {command: 'osc endpoint delete metering', description: 'Delete the only endpoint of a service'},
  ]
  static override args = {
    endpoints: Args.string({
      description: 'Endpoints to delete (IDs, or services that have one endpoint)',
      required: true,
      multiple: true,
    }),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(EndpointDelete)
    await this.each(args.endpoints, async (given) => {
      const {id} = await findEndpoint(this.api, given)
      await this.api(Endpoint).delete(asText(id) ?? given)
    })
  }
}
