import {resolve} from 'node:path'
import {discover} from '#plugins/discover'
import {bundlePlugins} from '#plugins/installing/bundle'
import {Args, Flags, NotFoundError, OscCommand, UsageError} from '#sdk'

export default class PluginsBundle extends OscCommand {
  static override summary = 'Pack plugins into a file for installation without a network'
  static override description =
    'The file contains the plugins and their dependencies. Packages are downloaded from the registry, in the installed versions.'
  static override roles = []
  static override calls = []
  static override examples = [
    {command: 'osc plugins bundle --output plugins.tgz', description: 'Pack all installed plugins'},
    {command: 'osc plugins bundle @osc-cli/plugin-heat', description: 'Pack one plugin as ./bundle.tgz'},
  ]
  static override flags = {
    output: Flags.string({
      char: 'o',
      description: 'File to write (.tgz or .tar.gz; default: bundle.tgz)',
      helpValue: 'FILE',
      default: 'bundle.tgz',
    }),
  }
  static override args = {
    plugin: Args.string({description: 'Packages to pack (default: all)', multiple: true, required: false}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(PluginsBundle)
    const versions = this.versions([args.plugin ?? []].flat())
    const file = resolve(this.runtime.cwd, flags.output ?? 'bundle.tgz')
    if (!/\.(tgz|tar\.gz)$/.test(file))
      throw new UsageError(`'${file}' does not end in .tgz or .tar.gz.`, {
        hint: 'Use --output with a name that ends in .tgz.',
      })
    await bundlePlugins(versions, file, this.runtime)
    await this.note(
      `Packed ${Object.keys(versions).join(', ')}. Install without a network: osc plugins install ${file}`,
    )
  }

  /** Package to the version that is installed. */
  private versions(names: readonly string[]): Record<string, string> {
    const {plugins} = discover(this.runtime).index
    const all = plugins.filter(({kind, foreign}) => kind !== 'core' && kind !== 'link' && !foreign)
    const chosen = names.length === 0 ? all : all.filter(({name}) => names.includes(name))
    const missing = names.find((name) => !chosen.some((plugin) => plugin.name === name))
    if (missing !== undefined || chosen.length === 0) {
      const what =
        missing === undefined ? 'No plugin is installed.' : `Plugin '${missing}' is not installed, or it is linked.`
      throw new NotFoundError(what, {hint: 'Install the plugin first. To pack a linked plugin, use npm pack.'})
    }
    return Object.fromEntries(chosen.map(({name, version}) => [name, version]))
  }
}
