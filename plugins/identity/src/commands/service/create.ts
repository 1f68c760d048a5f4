import {Args, Flags, ShowCommand} from '@osc-cli/core'
import {enableDisable} from '#flags'
import {Service, serviceFields} from '#service'

export default class ServiceCreate extends ShowCommand {
  static override summary = 'Create a service in the catalog'
  static override roles = ['admin']
  static override calls = ['POST /v3/services']
  static override examples = [
    {
      command: 'osc service create --name meter --description "Measures usage" metering',
      description: 'Create a service of type metering',
    },
  ]
  static override args = {
    type: Args.string({description: 'Service type, such as compute or identity', required: true}),
  }
  static override flags = {
    name: Flags.string({description: 'Name of the service', helpValue: 'NAME'}),
    description: Flags.string({description: 'Description'}),
    ...enableDisable('service'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ServiceCreate)
    const {name, description} = flags
    await this.show(
      await this.api(Service).create({name, type: args.type, description, enabled: !flags.disable}),
      serviceFields,
    )
  }
}
