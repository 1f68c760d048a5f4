import {Args, Flags, OscCommand, requireChanges} from '@osc-cli/core'
import {Mapping} from '#federation'
import {readRules, schemaVersionFlag} from '#mapping'

export default class MappingSet extends OscCommand {
  static override summary = 'Change a mapping'
  static override roles = ['admin']
  static override calls = ['PATCH /v3/OS-FEDERATION/mappings/{id}']
  static override examples = [
    {
      command: `osc mapping set --rules '[{"local": [{"user": {"name": "{0}"}}], "remote": [{"type": "uid"}]}]' people`,
      description: 'Replace the rules',
    },
  ]
  static override args = {
    mapping: Args.string({description: 'Mapping to change (ID)', required: true}),
  }
  static override flags = {
    rules: Flags.string({description: 'Mapping rules: JSON, or a file that contains it', helpValue: 'FILE'}),
    ...schemaVersionFlag,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(MappingSet)
    const rules = flags.rules === undefined ? undefined : await readRules(flags.rules, this.runtime.cwd)
    await this.api(Mapping).update(args.mapping, requireChanges({rules, schema_version: flags['schema-version']}))
  }
}
