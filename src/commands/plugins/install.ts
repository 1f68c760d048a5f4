import {installPlugins} from '#plugins/installing/install'
import {packageNamed} from '#plugins/installing/package-name'
import {Args, Flags, OscCommand} from '#sdk'

export default class PluginsInstall extends OscCommand {
  static override summary = 'Install plugins for this user'
  static override description =
    'If one plugin fails, none is installed. Packages come from the npm registry, or OSC_NPM_REGISTRY. Their install scripts do not run ' +
    'unless allowed. If another osc process is installing plugins, this one waits.'
  static override roles = []
  static override calls = []
  static override examples = [
    {command: 'osc plugins install @osc-cli/plugin-heat', description: 'Install one plugin'},
    {command: 'osc plugins install @osc-cli/all', description: 'Install every plugin of osc'},
    {command: 'osc plugins install ./bundle.tgz', description: 'Install a bundle without a network'},
  ]
  static override flags = {
    'allow-scripts': Flags.boolean({
      description: 'Run the install scripts of packages, with your permissions',
    }),
    force: Flags.boolean({char: 'f', description: 'Accept a package whose content changed without a new version'}),
  }
  static override args = {
    plugin: Args.string({
      description: 'Package, namespace (heat), package@version, packed file (.tgz) or git URL',
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
