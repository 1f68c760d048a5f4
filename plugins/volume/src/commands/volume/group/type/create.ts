import {Args, Flags, ShowCommand} from '@osc-cli/core'
import {VolumeGroupType, volumeGroupTypeFields} from '#volume-group-type'

export default class VolumeGroupTypeCreate extends ShowCommand {
  static override summary = 'Create a volume group type'
  static override roles = ['admin']
  static override microversion = '3.11'
  static override calls = ['POST /v3/group_types']
  static override seeAlso = ['volume group type set', 'volume group create']
  static override examples = [
    {command: 'osc volume group type create consistent', description: 'Create a group type for all projects'},
  ]
  static override args = {name: Args.string({description: 'Name of the new group type', required: true})}
  static override flags = {
    description: Flags.string({description: 'Description'}),
    ...Flags.choices({
      public: 'All projects can use the group type (default)',
      private: 'Other projects cannot use the group type',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeGroupTypeCreate)
    const type = await this.api(VolumeGroupType).create({
      name: args.name,
      description: flags.description,
      is_public: !flags.private,
    })
    await this.show(type, volumeGroupTypeFields)
  }
}
