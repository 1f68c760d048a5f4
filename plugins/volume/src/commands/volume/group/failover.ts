import {Args, Flags, OscCommand} from '@osc-cli/core'
import {isOn} from '#given'
import {VolumeGroup} from '#volume-group'

export default class VolumeGroupFailover extends OscCommand {
  static override summary = 'Fail a volume group over to its replication target'
  static override roles = []
  static override microversion = '3.38'
  static override calls = ['GET /v3/groups/detail?name={name}', 'POST /v3/groups/{id}/action']
  static override seeAlso = ['volume group set', 'volume host failover']
  static override examples = [
    {command: 'osc volume group failover --secondary-backend-id site-b database', description: 'Use the other site'},
  ]
  static override args = {group: Args.string({description: 'Group to fail over (name or ID)', required: true})}
  static override flags = {
    'allow-attached-volume': Flags.boolean({description: 'Also fail over a group with attached volumes'}),
    'disallow-attached-volume': Flags.boolean({description: 'Refuse a group with attached volumes (default)'}),
    'secondary-backend-id': Flags.string({description: 'ID of the replication target', helpValue: 'ID'}),
  }

  async run(): Promise<void> {
    const {args, flags, given} = await this.parse(VolumeGroupFailover)
    const groups = this.api(VolumeGroup)
    await groups.send(await groups.id(args.group), 'POST', '/action', {
      failover_replication: {
        allow_attached_volume: isOn(given, 'allow-attached-volume', 'disallow-attached-volume'),
        secondary_backend_id: flags['secondary-backend-id'],
      },
    })
  }
}
