import {Args, OscCommand} from '@osc-cli/core'
import {Mapping} from '#federation'

export default class MappingDelete extends OscCommand {
  static override summary = 'Delete mappings'
  static override roles = ['admin']
  static override calls = ['DELETE /v3/OS-FEDERATION/mappings/{id}']
  static override examples = [{command: 'osc mapping delete people', description: 'Delete one of them'}]
  static override args = {
    mapping: Args.string({description: 'Mappings to delete (IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(MappingDelete)
    await this.each(args.mapping, (mapping) => this.api(Mapping).delete(mapping))
  }
}
