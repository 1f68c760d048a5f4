import {Args, asText, Flags, ShowCommand} from '@osc-cli/core'
import {isOn} from '#given'
import {replicationTargetFields, VolumeGroup, volumeGroupFields} from '#volume-group'

export default class VolumeGroupShow extends ShowCommand {
  static override summary = 'Show a volume group'
  static override roles = []
  static override microversion = '3.13'
  static override calls = ['GET /v3/groups/detail?name={name}', 'GET /v3/groups/{id}', 'POST /v3/groups/{id}/action']
  static override needs = {
    volumes: {microversion: '3.25'},
    'no-volumes': {microversion: '3.25'},
    'replication-targets': {microversion: '3.38'},
    'no-replication-targets': {microversion: '3.38'},
  }
  static override seeAlso = ['volume group list']
  static override examples = [
    {command: 'osc volume group show --volumes database', description: 'Include the volumes of the group'},
  ]
  static override args = {group: Args.string({description: 'Group (name or ID)', required: true})}
  static override flags = {
    volumes: Flags.boolean({description: 'Include the volumes of the group'}),
    'no-volumes': Flags.boolean({description: 'Do not include the volumes of the group (default)'}),
    'replication-targets': Flags.boolean({description: 'Include the replication targets of the group'}),
    'no-replication-targets': Flags.boolean({
      description: 'Do not include the replication targets of the group (default)',
    }),
  }

  async run(): Promise<void> {
    const {args, given} = await this.parse(VolumeGroupShow)
    const groups = this.api(VolumeGroup)
    const found = await groups.find(args.group)
    const id = asText(found.id) ?? ''
    const group = isOn(given, 'volumes') ? await groups.get(id, {list_volume: true}) : found
    if (!isOn(given, 'replication-targets')) {
      await this.show(group, volumeGroupFields)
      return
    }
    const {replication_targets} = await groups.send(id, 'POST', '/action', {list_replication_targets: {}})
    await this.show({...group, replication_targets}, {...volumeGroupFields, ...replicationTargetFields})
  }
}
