import {Args, asObject, Flags, OscCommand, pathSegment, projectFlags, projectOf, UsageError} from '@osc-cli/core'
import {Flavor} from '#flavor'
import {withSpecs} from '#flavor-specs'

export default class FlavorSet extends OscCommand {
  static override summary = 'Change a flavor'
  static override roles = ['admin']
  static override calls = [
    'GET /v2.1/flavors/{id}',
    'GET /v2.1/flavors/detail',
    'GET /v2.1/flavors/{id}/os-extra_specs',
    'GET /v3/projects?name={name}',
    'PUT /v2.1/flavors/{id}',
    'DELETE /v2.1/flavors/{id}/os-extra_specs/{key}',
    'POST /v2.1/flavors/{id}/os-extra_specs',
    'POST /v2.1/flavors/{id}/action',
  ]
  static override needs = {description: {microversion: '2.55'}}
  static override seeAlso = ['flavor unset', 'flavor show']
  static override examples = [
    {command: 'osc flavor set --property hw:cpu_policy=dedicated m1.small', description: 'Pin the vCPUs'},
  ]
  static override args = {flavor: Args.string({description: 'Flavor (name or ID)', required: true})}
  static override flags = {
    'no-property': Flags.boolean({description: 'Remove the existing properties first'}),
    property: Flags.keyValues({description: 'Property to set (repeatable)'}),
    ...projectFlags('Project that can use the private flavor (name or ID)'),
    description: Flags.string({description: 'New description of the flavor', helpValue: 'TEXT'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(FlavorSet)
    const flavors = this.api(Flavor)
    const found = await flavors.find(args.flavor)
    const id = String(found.id)
    if (flags.project && found['os-flavor-access:is_public'] === true)
      throw new UsageError(`Flavor ${args.flavor} is public: all projects can use it.`)
    const project = await projectOf(this.api, flags)
    await flavors.update(id, {description: flags.description || undefined})
    if (flags['no-property']) {
      const keys = Object.keys(asObject((await withSpecs(this.api, found)).extra_specs))
      await this.each(keys, (key) => flavors.send(id, 'DELETE', `/os-extra_specs/${pathSegment(key, 'property')}`))
    }
    const specs = Flags.toObject(flags.property)
    if (specs) await flavors.send(id, 'POST', '/os-extra_specs', {extra_specs: specs})
    if (project) await flavors.send(id, 'POST', '/action', {addTenantAccess: {tenant: project}})
  }
}
