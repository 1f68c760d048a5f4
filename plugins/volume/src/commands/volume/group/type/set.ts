import {Args, asObject, asText, Flags, isEmpty, pathSegment, ShowCommand} from '@osc-cli/core'
import {makeChanges} from '#changes'
import {VolumeGroupType, volumeGroupTypeFields} from '#volume-group-type'

export default class VolumeGroupTypeSet extends ShowCommand {
  static override summary = 'Change a volume group type'
  static override roles = ['admin']
  static override microversion = '3.11'
  static override calls = [
    'GET /v3/group_types',
    'PUT /v3/group_types/{id}',
    'DELETE /v3/group_types/{id}/group_specs/{key}',
    'POST /v3/group_types/{id}/group_specs',
    'GET /v3/group_types/{id}',
  ]
  static override seeAlso = ['volume group type show']
  static override examples = [
    {
      command: "osc volume group type set --property 'consistent_group_snapshot_enabled=<is> True' consistent",
      description: 'Save all volumes of a group at the same moment',
    },
  ]
  static override args = {group_type: Args.string({description: 'Group type to change (name or ID)', required: true})}
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    description: Flags.string({description: 'New description'}),
    ...Flags.choices({
      public: 'All projects can use the group type',
      private: 'Other projects cannot use the group type',
    }),
    'no-property': Flags.boolean({description: 'Remove all properties first'}),
    property: Flags.keyValues({description: 'Property to set (repeatable)'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeGroupTypeSet)
    const types = this.api(VolumeGroupType)
    const type = await types.find(args.group_type)
    const id = asText(type.id) ?? ''
    const body = {
      name: flags.name,
      description: flags.description,
      is_public: Flags.chosen(flags, {public: true, private: false}),
    }
    const removed = flags['no-property'] ? Object.keys(asObject(type.group_specs ?? {})) : []
    const specs = Flags.toObject(flags.property)
    const remove = async () => {
      for (const key of removed) await types.send(id, 'DELETE', `/group_specs/${pathSegment(key, 'property')}`)
    }
    await makeChanges((names, work) => this.eachInOrder(names, work), {
      'name, description and access': !isEmpty(body) && (() => types.update(id, body)),
      'properties (remove)': removed.length > 0 && remove,
      properties: specs !== undefined && (() => types.send(id, 'POST', '/group_specs', {group_specs: specs})),
    })
    await this.show(await types.get(id), volumeGroupTypeFields)
  }
}
