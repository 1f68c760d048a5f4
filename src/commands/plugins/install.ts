import {installPlugins} from '#plugins/installing/install'
import {Args, Flags, OscCommand} from '#sdk'

export default class PluginsInstall extends OscCommand {
  static override summary = 'Install plugins for this user, all of them or none.'
  static override description =
    'The packages come from the registry that npm is configured for, or OSC_NPM_REGISTRY. Their install scripts do not run ' +
    'unless allowed. While another osc installs, this one waits.'
  static override roles = []
  static override calls = []
  static override examples = [
    {command: 'osc plugins install @osc-cli/plugin-heat', description: 'One plugin'},
    {command: 'osc plugins install @osc-cli/all', description: 'Every plugin of osc'},
    {command: 'osc plugins install ./bundle.tgz', description: 'Without a network: what osc plugins bundle made'},
  ]
  static override flags = {
    'allow-scripts': Flags.boolean({
      description: "Run the packages' install scripts, which may do anything that you may.",
    }),
    force: Flags.boolean({char: 'f', description: 'Take a package whose content changed under the same version.'}),
  }
  static override args = {
    plugin: Args.string({
      description: 'Package, package@version, packed file (.tgz) or git address.',
      multiple: true,
      required: true,
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(PluginsInstall)
    const options = {allowScripts: flags['allow-scripts'], force: flags.force}
    const installed = await installPlugins([args.plugin].flat(), options, this.runtime)
    for (const {name, version, provenance} of installed)
      await this.note(`Installed ${name} ${version}${provenance ? `; provenance: ${provenance}` : ''}.`)
  }
}
