import {discover} from '#plugins/discover'
import {readTrust} from '#plugins/installing/records'
import {cachedOffer} from '#plugins/offered'
import {type Columns, Flags, type JsonObject, ListCommand} from '#sdk'

const columns: Columns = {
  Name: 'name',
  Version: 'version',
  Kind: 'kind',
  Namespaces: 'namespaces',
  Services: 'services',
  Commands: 'commands',
  Health: 'health',
  Offered: 'offered',
  Provenance: 'provenance',
}

export default class Plugins extends ListCommand {
  static override summary = 'List plugins, their services and their health'
  static override description =
    'Offered shows whether the selected cloud offers the services of a plugin, as of the last login. No requests are sent.'
  static override aliases = ['plugins:list', 'plugin:list']
  static override roles = []
  static override calls = []
  static override examples = [
    {command: 'osc plugins', description: 'List installed plugins'},
    {command: 'osc plugins -f json', description: 'Print JSON for scripts'},
  ]
  static override flags = {
    core: Flags.boolean({description: 'Include the core and the oclif plugins that it uses'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(Plugins)
    const {index} = discover(this.runtime)
    const [offer, trust] = [await cachedOffer(this.runtime), readTrust(this.runtime.dataDir)]
    const rows = index.plugins.flatMap((plugin, place): JsonObject[] => {
      if (!flags.core && (plugin.kind === 'core' || plugin.name.startsWith('@oclif/'))) return []
      const {name, version, kind, namespaces, services, unfit} = plugin
      return [
        {
          name,
          version,
          kind,
          namespaces: namespaces.join(', '),
          services: services.join(', '),
          commands: Object.values(index.commands).filter((owner) => owner === place).length,
          health: unfit ? unfit.reason : 'ok',
          offered: services.length === 0 ? '' : offer.offers(services),
          provenance: kind === 'user' ? (trust[name]?.provenance ?? '') : '',
        },
      ]
    })
    const broken = index.broken.map(({name, kind, reason}): JsonObject => ({name, kind, health: `broken: ${reason}`}))
    await this.table(columns, [...rows, ...broken])
    if (offer.source && this.runtime.stderr.isTTY)
      await this.note(`Services of cloud '${offer.cloud}': ${offer.source}.`)
  }
}
