import {extensionsOf} from '#common/extensions'
import {asText, type Columns, Flags, ListCommand} from '#sdk'

const columns: Columns = {Name: 'name', Alias: 'alias', Description: 'description'}
const longColumns: Columns = {...columns, Namespace: 'namespace', 'Updated At': 'updated', Links: 'links'}

/** The service type for each option. */
const SERVICES = {identity: 'identity', compute: 'compute', volume: 'block-storage', network: 'network'} as const
type Option = keyof typeof SERVICES
const OPTIONS: readonly Option[] = ['identity', 'compute', 'volume', 'network']

export default class ExtensionList extends ListCommand {
  static override summary = 'List API extensions'
  static override roles = []
  static override calls = [
    'GET /v3/extensions',
    'GET /v2.1/extensions',
    'GET /v3/{project_id}/extensions',
    'GET /v2.0/extensions',
  ]
  static override examples = [{command: 'osc extension list --network', description: 'List the extensions of Neutron'}]
  static override flags = {
    compute: Flags.boolean({description: 'List extensions of the compute API'}),
    identity: Flags.boolean({description: 'List extensions of the identity API'}),
    network: Flags.boolean({description: 'List extensions of the network API'}),
    volume: Flags.boolean({description: 'List extensions of the block storage API'}),
    long: Flags.boolean({description: 'Include namespace, time of the last update and links'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(ExtensionList)
    const wanted = OPTIONS.filter((option) => flags[option])
    const options = wanted.length > 0 ? wanted : OPTIONS
    const session = await this.session()
    const found = await Promise.all(options.map((option) => extensionsOf(session, SERVICES[option])))
    for (const [i, list] of found.entries()) {
      const service = SERVICES[options[i] ?? 'network']
      if (list)
        this.runtime.observed.addExtensions(
          service,
          list.flatMap(({alias}) => asText(alias) ?? []),
        )
      else await this.note(`The ${options[i]} service does not list extensions.`)
    }
    await this.table(
      flags.long ? longColumns : columns,
      found.flatMap((list) => list ?? []),
    )
  }
}
