import {Args, Known, OscCommand, tagUnsetFlags} from '@osc-cli/core'
import {clearedProperties, extraPropertyFlags} from '#extra-property'
import {saveTags} from '#tags'

export default class NetworkUnset extends OscCommand {
  static override summary = 'Remove tags from a network'
  static override roles = ['member']
  static override calls = ['GET /v2.0/networks?name={name}', 'PUT /v2.0/networks/{id}', 'PUT /v2.0/networks/{id}/tags']
  static override seeAlso = ['network set']
  static override examples = [{command: 'osc network unset --tag test private', description: 'Remove one tag'}]
  static override args = {
    network: Args.string({description: 'Network to change (name or ID)', required: true}),
  }
  static override flags = {
    ...tagUnsetFlags('network'),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkUnset)
    const networks = this.api(Known.Network)
    const network = await networks.find(args.network)
    await networks.update(String(network.id), clearedProperties(flags))
    await saveTags(networks, network, flags, true)
  }
}
