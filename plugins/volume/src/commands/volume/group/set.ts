import {Args, asText, Flags, isEmpty, ShowCommand} from '@osc-cli/core'
import {VolumeGroup, volumeGroupFields} from '#volume-group'

export default class VolumeGroupSet extends ShowCommand {
  static override summary = 'Change a volume group'
  static override roles = []
  static override microversion = '3.13'
  static override calls = [
    'GET /v3/groups/{id}',
    'GET /v3/groups/detail?name={name}',
    'POST /v3/groups/{id}/action',
    'PUT /v3/groups/{id}',
  ]
  static override needs = {
    'enable-replication': {microversion: '3.38'},
    'disable-replication': {microversion: '3.38'},
  }
  static override seeAlso = ['volume group show', 'volume group failover']
  static override examples = [
    {command: 'osc volume group set --name db database', description: 'Rename a group'},
    {command: 'osc volume group set --enable-replication database', description: 'Replicate its volumes'},
  ]
  static override args = {group: Args.string({description: 'Group to change (name or ID)', required: true})}
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    description: Flags.string({description: 'New description'}),
    ...Flags.choices({
      'enable-replication': 'Replicate the volumes of the group',
      'disable-replication': 'Stop replicating the volumes of the group',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeGroupSet)
    const groups = this.api(VolumeGroup)
    const group = await groups.find(args.group)
    const id = asText(group.id) ?? ''
    const action = Flags.chosen(flags, {
      'enable-replication': 'enable_replication',
      'disable-replication': 'disable_replication',
    })
    if (action) await groups.send(id, 'POST', '/action', {[action]: {}})
    const texts = {name: flags.name, description: flags.description}
    await groups.update(id, texts)
    await this.show(isEmpty(texts) ? group : await groups.get(id), volumeGroupFields)
  }
}
