import {Args, Flags, OscCommand, requireChanges} from '@osc-cli/core'
import {enableDisable} from '#flags'
import {Service, serviceId} from '#service'

export default class ServiceSet extends OscCommand {
  static override summary = 'Change a service'
  static override roles = ['admin']
  static override calls = ['GET /v3/services', 'PATCH /v3/services/{id}']
  static override examples = [
    {
      command: 'osc service set --description "Measures usage and creates invoices" meter',
      description: 'Set a description',
    },
    {command: 'osc service set --disable meter', description: 'Remove it from the catalog'},
  ]
  static override args = {
    service: Args.string({description: 'Service to change (type, name or ID)', required: true}),
  }
  static override flags = {
    type: Flags.string({description: 'New type', helpValue: 'TYPE'}),
    name: Flags.string({description: 'New name', helpValue: 'SERVICE-NAME'}),
    description: Flags.string({description: 'Description'}),
    ...enableDisable('service'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ServiceSet)
    const {type, name, description} = flags
    const body = requireChanges({type, name, description, enabled: Flags.chosen(flags, {enable: true, disable: false})})
    await this.api(Service).update(await serviceId(this.api, args.service), body)
  }
}
