import {Args, Flags, projectFlags, projectOf, ShowCommand} from '@osc-cli/core'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {NetworkFlavor, networkFlavorFields} from '#network-flavor'

export default class NetworkFlavorCreate extends ShowCommand {
  static override summary = 'Create a network flavor'
  static override roles = ['admin']
  static override calls = ['GET /v3/projects?name={name}', 'GET /v3/domains?name={name}', 'POST /v2.0/flavors']
  static override requires = 'flavors'
  static override examples = [
    {command: 'osc network flavor create --service-type L3_ROUTER_NAT fast', description: 'Create a network flavor'},
  ]
  static override args = {
    name: Args.string({description: 'Name of the new network flavor', required: true}),
  }
  static override flags = {
    'service-type': Flags.string({
      description: 'Service type, for example L3_ROUTER_NAT',
      helpValue: 'SERVICE-TYPE',
      required: true,
    }),
    description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
    ...Flags.choices({enable: 'Enable the network flavor (default)', disable: 'Disable the network flavor'}),
    ...projectFlags('Project that owns the network flavor (name or ID; default: your project)'),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkFlavorCreate)
    const created = await this.api(NetworkFlavor).create({
      name: args.name,
      service_type: flags['service-type'],
      description: flags.description,
      enabled: Flags.chosen(flags, {enable: true, disable: false}),
      project_id: await projectOf(this.api, flags),
      ...extraProperties(flags),
    })
    await this.show(created, networkFlavorFields)
  }
}
