import {Args, Flags, pathSegment, ShowCommand} from '@osc-cli/core'
import {jsonFrom, send, sendForObject} from '#zaqar'

const COLUMNS = {Name: 'Name', Pool_list: 'Pool_list', Capabilities: 'Capabilities'}

export default class MessagingFlavorUpdate extends ShowCommand {
  static override summary = 'Change a flavor'
  static override roles = ['admin']
  static override calls = ['PATCH /v2/flavors/{name}', 'GET /v2/flavors/{name}']
  static override examples = [
    {command: `osc messaging flavor update --pool_list fast fast-queues`, description: 'Keep one pool'},
  ]
  static override args = {flavor_name: Args.string({description: 'Flavor (name)', required: true})}
  static override flags = {
    pool_list: Flags.string({description: 'Pools of the flavor (comma-separated names)', helpValue: 'POOLS'}),
    capabilities: Flags.string({description: 'New capabilities (JSON, or @FILE)', helpValue: 'JSON'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(MessagingFlavorUpdate)
    const {pool_list: pools, capabilities: text} = flags
    const capabilities = text === undefined ? undefined : await jsonFrom(text, '--capabilities', this.runtime)
    const path = `/flavors/${pathSegment(args.flavor_name, 'flavor')}`
    await send(this, {method: 'PATCH', path, body: {pool_list: pools?.split(','), capabilities}})
    const {name, pool_list = null, capabilities: now = {}} = await sendForObject(this, {path})
    await this.show({Name: name, Pool_list: pool_list, Capabilities: now}, COLUMNS)
  }
}
