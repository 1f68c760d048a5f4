import {Args, Flags, OscCommand, pathSegment, projectFlags, projectOf, UsageError} from '@osc-cli/core'
import {Flavor} from '#flavor'

export default class FlavorUnset extends OscCommand {
  static override summary = 'Unset properties of a flavor'
  static override roles = ['admin']
  static override calls = [
    'GET /v2.1/flavors/{id}',
    'GET /v2.1/flavors/detail',
    'GET /v3/projects?name={name}',
    'DELETE /v2.1/flavors/{id}/os-extra_specs/{key}',
    'POST /v2.1/flavors/{id}/action',
  ]
  static override seeAlso = ['flavor set']
  static override examples = [
    {command: 'osc flavor unset --property hw:cpu_policy m1.small', description: 'Remove a property'},
  ]
  static override args = {flavor: Args.string({description: 'Flavor (name or ID)', required: true})}
  static override flags = {
    property: Flags.strings({description: 'Property to remove (repeatable)', helpValue: 'KEY'}),
    ...projectFlags('Project that can no longer use the private flavor (name or ID)'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(FlavorUnset)
    const flavors = this.api(Flavor)
    const found = await flavors.find(args.flavor)
    const id = String(found.id)
    if (flags.project && found['os-flavor-access:is_public'] === true)
      throw new UsageError(`Flavor ${args.flavor} is public: all projects can use it.`)
    const project = await projectOf(this.api, flags)
    await this.each(flags.property ?? [], (key) =>
      flavors.send(id, 'DELETE', `/os-extra_specs/${pathSegment(key, 'property')}`),
    )
    if (project) await flavors.send(id, 'POST', '/action', {removeTenantAccess: {tenant: project}})
  }
}
