import {Args, Flags, OscCommand} from '@osc-cli/core'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {NetworkFlavor} from '#network-flavor'

export default class NetworkFlavorSet extends OscCommand {
  static override summary = 'Change a network flavor'
  static override roles = ['admin']
  static override calls = ['GET /v2.0/flavors?name={name}', 'PUT /v2.0/flavors/{id}']
  static override requires = 'flavors'
  static override examples = [
    {command: 'osc network flavor set --disable fast', description: 'Disable a network flavor'},
  ]
  static override args = {
    flavor: Args.string({description: 'Network flavor to change (name or ID)', required: true}),
  }
  static override flags = {
    description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
    ...Flags.choices({disable: 'Disable the network flavor', enable: 'Enable the network flavor'}),
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkFlavorSet)
    const resource = this.api(NetworkFlavor)
    await resource.update(await resource.id(args.flavor), {
      name: flags.name,
      description: flags.description,
      enabled: Flags.chosen(flags, {enable: true, disable: false}),
      ...extraProperties(flags),
    })
  }
}
