import {Args, Flags, projectFlags, projectOf, ShowCommand} from '@osc-cli/core'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {Meter, meterFields} from '#network-meter'
import {sharedOf, shareFlags} from '#share-flags'

export default class NetworkMeterCreate extends ShowCommand {
  static override summary = 'Create a network meter'
  static override roles = ['admin']
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'POST /v2.0/metering/metering-labels',
  ]
  static override requires = 'metering'
  static override examples = [{command: 'osc network meter create --share traffic', description: 'Create a meter'}]
  static override args = {
    name: Args.string({description: 'Name of the new network meter', required: true}),
  }
  static override flags = {
    description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
    ...shareFlags('network meter'),
    ...projectFlags('Project that owns the network meter (name or ID; default: your project)'),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkMeterCreate)
    const created = await this.api(Meter).create({
      name: args.name,
      description: flags.description,
      shared: sharedOf(flags),
      project_id: await projectOf(this.api, flags),
      ...extraProperties(flags),
    })
    await this.show(created, meterFields)
  }
}
