import {installPlugins} from '#plugins/installing/install'
import {packageNamed} from '#plugins/installing/package-name'
import {Args, Flags, OscCommand} from '#sdk'

export default class PluginsInstall extends OscCommand {
  static override summary = 'Install plugins for this user: all of them or none.'
  static override description =
    'The packages come from the registry that npm is configured for, or OSC_NPM_REGISTRY. Their install scripts do not run ' +
    'unless allowed. If another osc is installing plugins, this one waits for it.'
  static override roles = []
  static override calls = []
  static override examples = [
    {command: 'osc plugins install @osc-cli/plugin-heat', description: 'One plugin'},
    {command: 'osc plugins install @osc-cli/all', description: 'Every plugin of osc'},
    {command: 'osc plugins install ./bundle.tgz', description: 'Without a network: what osc plugins bundle made'},
  ]
  static override flags = {
    'allow-scripts': Flags.boolean({
      description: "Run the packages' install scripts; they run with your permissions.",
    }),
    force: Flags.boolean({char: 'f', description: 'Accept a package whose content changed without a new version.'}),
  }
  static override args = {
    plugin: Args.string({
      description: 'Package, namespace (heat), package@version, packed file (.tgz) or git URL.',
      multiple: true,
      required: true,
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(PluginsInstall)
    const options = {allowScripts: flags['allow-scripts'], force: flags.force}
    const {index, coreRoot, stderr} = this.runtime
    const packages = [args.plugin].flat().map((text) => packageNamed(text, index, coreRoot))
    if (stderr.isTTY) await this.note(`Installing ${packages.join(', ')} ...`)
    const installed = await installPlugins(packages, options, this.runtime)
    for (const {name, version, provenance} of installed)
      await this.note(`Installed ${name} ${version}${provenance ? `; provenance: ${provenance}` : ''}.`)
  }
}
