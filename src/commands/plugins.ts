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
  static override summary =
    'List plugins: what they serve, whether they are sound, whether the cloud offers their services.'
  static override description =
    'Whether the selected cloud offers a service is known from the last log-in to it; nothing is asked.'
  static override aliases = ['plugins:list', 'plugin:list']
  static override roles = []
  static override calls = []
  static override examples = [
    {command: 'osc plugins', description: 'What is installed'},
    {command: 'osc plugins -f json', description: 'For a program'},
  ]
  static override flags = {
    core: Flags.boolean({description: "Also the core and oclif's own plugins that it uses."}),
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
      await this.note(`What the cloud '${offer.cloud}' offers: ${offer.source}.`)
  }
}
