import {Args, Flags, ShowCommand} from '@osc-cli/core'
import {Mapping} from '#federation'
import {mappingFields, readRules, schemaVersionFlag} from '#mapping'

export default class MappingCreate extends ShowCommand {
  static override summary = 'Create a mapping from attributes to users and groups'
  static override roles = ['admin']
  static override calls = ['PUT /v3/OS-FEDERATION/mappings/{id}']
  static override examples = [
    {
      command: `osc mapping create --rules '[{"local": [{"user": {"name": "{0}"}}], "remote": [{"type": "REMOTE_USER"}]}]' people`,
      description: 'Use the names of the identity provider',
    },
  ]
  static override args = {
    mapping: Args.string({description: 'ID of the new mapping', required: true}),
  }
  static override flags = {
    rules: Flags.string({
      description: 'Mapping rules: JSON, or a file that contains it',
      helpValue: 'FILE',
      required: true,
    }),
    ...schemaVersionFlag,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(MappingCreate)
    const body = {rules: await readRules(flags.rules, this.runtime.cwd), schema_version: flags['schema-version']}
    await this.show(await this.api(Mapping).put(args.mapping, body), mappingFields)
  }
}
