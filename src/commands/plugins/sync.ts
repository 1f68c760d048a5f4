import {hasService} from '#cloud/catalog'
import {serviceType} from '#cloud/service-types'
import {installPlugins} from '#plugins/installing/install'
import {knownIndex} from '#plugins/known'
import {Flags, OscCommand, UsageError} from '#sdk'

export default class PluginsSync extends OscCommand {
  static override summary = "Install the plugins for the services of the selected cloud's catalog."
  static override roles = []
  static override calls = ['POST /v3/auth/tokens']
  static override examples = [
    {command: 'osc plugins sync', description: 'Says what it would install, and asks'},
    {command: 'osc plugins sync --yes', description: 'For a script'},
  ]
  static override flags = {
    yes: Flags.boolean({char: 'y', description: 'Install without asking.'}),
    'dry-run': Flags.boolean({description: 'Only say what would be installed.'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(PluginsSync)
    const {catalog} = await (await this.session()).access()
    const wanted = knownIndex(this.runtime.coreRoot, this.runtime.index).plugins.filter(({services}) =>
      services.some((service) => hasService(catalog, serviceType(service).types)),
    )
    const names = wanted.map(({name}) => name)
    if (names.length === 0) return await this.note('Every plugin that osc knows for this cloud is installed.')
    for (const {name, services} of wanted) await this.print(`${name} (${services.join(', ')})`)
    if (flags['dry-run']) return
    if (!flags.yes && !this.runtime.stdin().isTTY) {
      throw new UsageError('Nobody can be asked here, so nothing was installed.', {
        hint: `To install them: ${this.runtime.program} plugins sync --yes`,
      })
    }
    if (!flags.yes && !(await this.confirm(`Install ${names.length === 1 ? 'it' : `these ${names.length}`}?`))) return
    await installPlugins(names, {}, this.runtime)
    await this.note(`Installed ${names.join(', ')}.`)
  }
}
