import {Args, asObject, Flags, isFailure, projectFlags, projectOf, ShowCommand, UsageError} from '@osc-cli/core'
import {Flavor, flavorFields} from '#flavor'

export default class FlavorCreate extends ShowCommand {
  static override summary = 'Create a flavor'
  static override roles = ['admin']
  static override calls = [
    'GET /v3/projects?name={name}',
    'POST /v2.1/flavors',
    'POST /v2.1/flavors/{id}/os-extra_specs',
    'POST /v2.1/flavors/{id}/action',
  ]
  static override needs = {description: {microversion: '2.55'}, 'rxtx-factor': {until: '2.101'}}
  static override seeAlso = ['flavor list', 'flavor set']
  static override examples = [
    {command: 'osc flavor create --ram 2048 --disk 20 --vcpus 2 m1.medium', description: 'Create a public flavor'},
    {command: 'osc flavor create --private --project demo --ram 512 m1.demo', description: 'Create it for one project'},
  ]
  static override args = {name: Args.string({description: 'Name of the new flavor', required: true})}
  static override flags = {
    id: Flags.string({description: 'ID of the flavor (default: a generated ID)', helpValue: 'ID'}),
    ram: Flags.integer({description: 'Memory in MiB (default: 256)', helpValue: 'MIB', default: 256}),
    disk: Flags.integer({description: 'Disk size in GiB (default: 0)', helpValue: 'GIB', default: 0}),
    ephemeral: Flags.integer({description: 'Ephemeral disk size in GiB (default: 0)', helpValue: 'GIB', default: 0}),
    swap: Flags.integer({description: 'Swap size in MiB (default: 0)', helpValue: 'MIB', default: 0}),
    vcpus: Flags.integer({description: 'Number of vCPUs (default: 1)', helpValue: 'NUMBER', default: 1}),
    'rxtx-factor': Flags.string({description: 'RX/TX factor (up to microversion 2.101)', helpValue: 'FACTOR'}),
    ...Flags.choices({
      public: 'Make the flavor available to all projects (default)',
      private: 'Make the flavor available only to chosen projects',
    }),
    property: Flags.keyValues({description: 'Property of the flavor (repeatable)'}),
    ...projectFlags('Project that can use the private flavor (name or ID)'),
    description: Flags.string({description: 'Description of the flavor', helpValue: 'TEXT'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(FlavorCreate)
    if (flags.project && !flags.private)
      throw new UsageError('--project is for private flavors.', {hint: 'Add --private.'})
    const project = await projectOf(this.api, flags)
    const flavors = this.api(Flavor)
    const flavor = await flavors.create({
      name: args.name,
      ram: flags.ram,
      vcpus: flags.vcpus,
      disk: flags.disk,
      id: flags.id === 'auto' ? undefined : flags.id,
      'OS-FLV-EXT-DATA:ephemeral': flags.ephemeral,
      swap: flags.swap,
      'os-flavor-access:is_public': !flags.private,
      rxtx_factor: flags['rxtx-factor'] === undefined ? undefined : factor(flags['rxtx-factor']),
      description: flags.description || undefined,
    })
    const id = String(flavor.id)
    if (project)
      await this.orNote('Project access', flavors.send(id, 'POST', '/action', {addTenantAccess: {tenant: project}}))
    const specs = Flags.toObject(flags.property)
    if (specs) {
      const set = flavors.send(id, 'POST', '/os-extra_specs', {extra_specs: specs})
      flavor.extra_specs = asObject((await this.orNote('Properties', set)).extra_specs)
    }
    await this.show(flavor, flavorFields)
  }

  /** The flavor exists already: what fails now is reported, and the flavor is printed. */
  private async orNote<T extends object>(what: string, work: Promise<T>): Promise<T | Record<string, never>> {
    try {
      return await work
    } catch (error) {
      if (!isFailure(error)) throw error
      this.exitStatus = 1
      await this.note(`${what} cannot be set: ${error.message}`)
      return {}
    }
  }
}

function factor(text: string): number {
  const value = Number(text)
  if (text.trim() !== '' && Number.isFinite(value)) return value
  throw new UsageError(`--rxtx-factor: '${text}' is not a number.`)
}
