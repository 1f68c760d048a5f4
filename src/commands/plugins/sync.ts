import {hasService} from '#cloud/catalog'
import {serviceType} from '#cloud/service-types'
import {installPlugins} from '#plugins/installing/install'
import {knownIndex} from '#plugins/known'
import {Flags, OscCommand, UsageError} from '#sdk'

export default class PluginsSync extends OscCommand {
  static override summary = 'Install plugins for the services that this cloud offers'
  static override roles = []
  static override calls = ['POST /v3/auth/tokens']
  static override examples = [
    {command: 'osc plugins sync', description: 'List the plugins and ask for confirmation'},
    {command: 'osc plugins sync --yes', description: 'Install without confirmation, as in scripts'},
  ]
  static override flags = {
    yes: Flags.boolean({char: 'y', description: 'Install without confirmation'}),
    'dry-run': Flags.boolean({description: 'List the plugins without installing them'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(PluginsSync)
    const {catalog} = await (await this.session()).access()
    const wanted = knownIndex(this.runtime.coreRoot, this.runtime.index).plugins.filter(({services}) =>
      services.some((service) => hasService(catalog, serviceType(service).types)),
    )
    const names = wanted.map(({name}) => name)
    if (names.length === 0) return await this.note('All known plugins for this cloud are installed.')
    for (const {name, services} of wanted) await this.print(`${name} (${services.join(', ')})`)
    if (flags['dry-run']) return
    if (!flags.yes && !this.runtime.stdin().isTTY) {
      throw new UsageError('Not a terminal: nothing was installed.', {
        hint: `Use --yes to install without asking: ${this.runtime.program} plugins sync --yes`,
      })
    }
    if (
      !flags.yes &&
      !(await this.confirm(`Install ${names.length === 1 ? 'this plugin' : `these ${names.length} plugins`}?`))
    )
      return await this.note('Cancelled.')
    await installPlugins(names, {}, this.runtime)
    await this.note(`Installed ${names.join(', ')}.`)
  }
}
