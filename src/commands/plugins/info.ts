import {factsOf} from '#help/facts'
import {discover} from '#plugins/discover'
import {findPlugin} from '#plugins/find'
import {readTrust} from '#plugins/installing/records'
import {knownIndex} from '#plugins/known'
import {cachedOffer} from '#plugins/offered'
import {Args, Formatted, NotFoundError, ShowCommand} from '#sdk'

export default class PluginsInfo extends ShowCommand {
  static override summary = 'Show details of an installed or known plugin'
  static override roles = []
  static override calls = []
  static override examples = [
    {command: 'osc plugins info heat', description: 'Show the plugin that provides a namespace'},
  ]
  static override args = {
    plugin: Args.string({description: 'Package or namespace', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(PluginsInfo)
    const {index} = discover(this.runtime)
    const plugin =
      findPlugin(args.plugin, index.plugins) ??
      findPlugin(args.plugin, knownIndex(this.runtime.coreRoot, index).plugins)
    if (!plugin) {
      const broken = index.broken.find(({name}) => name === args.plugin)
      if (broken) throw new NotFoundError(`Plugin ${broken.name} cannot be read: ${broken.reason}.`, {hint: broken.fix})
      throw new NotFoundError(`Plugin '${args.plugin}' is neither installed nor known.`, {
        hint: `Find plugins: ${this.runtime.program} plugins search WORDS`,
      })
    }
    const installed = index.plugins.includes(plugin)
    const trust = plugin.kind === 'user' ? readTrust(this.runtime.dataDir)[plugin.name] : undefined
    const commands = [...factsOf(plugin).values()]
      .filter(({hidden}) => !hidden)
      .map(({id}) => id)
      .sort()
    const offer = await cachedOffer(this.runtime)
    const offered = offer.offers(plugin.services)
    const record = {
      name: plugin.name,
      version: plugin.version,
      display_name: plugin.displayName,
      installed,
      ...(installed ? {kind: plugin.kind, root: plugin.root} : {install: `osc plugins install ${plugin.name}`}),
      health: plugin.unfit?.reason ?? (installed ? 'ok' : null),
      namespaces: plugin.namespaces.join(', '),
      services: plugin.services.join(', '),
      offered,
      integrity: trust?.integrity ?? null,
      scripts_ran: trust?.scripts ?? null,
      provenance: trust?.provenance ?? null,
      commands,
    }
    const columns = Object.fromEntries(Object.keys(record).map((name) => [name, name]))
    await this.show(record, {
      ...columns,
      offered: () => new Formatted(offered, () => (offer.source ? `${offered} (${offer.source})` : offered)),
      commands: () => new Formatted(commands, () => commands.join('\n')),
    })
  }
}
