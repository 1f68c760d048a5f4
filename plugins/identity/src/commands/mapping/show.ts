import {Args, ShowCommand} from '@osc-cli/core'
import {Mapping} from '#federation'
import {mappingFields} from '#mapping'

export default class MappingShow extends ShowCommand {
  static override summary = 'Show a mapping'
  static override roles = ['admin', 'system reader']
  static override columns = Object.keys(mappingFields)
  static override calls = ['GET /v3/OS-FEDERATION/mappings/{id}']
  static override examples = [{command: 'osc mapping show people -f yaml', description: 'Show the rules as YAML'}]
  static override args = {
    mapping: Args.string({description: 'Mapping (ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(MappingShow)
    await this.show(await this.api(Mapping).find(args.mapping), mappingFields)
  }
}
