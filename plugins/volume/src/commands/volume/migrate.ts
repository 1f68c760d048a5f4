import {Args, Flags, OscCommand, shellWord} from '@osc-cli/core'
import {Volume} from '#volume'
import {waitFlags} from '#waiting'

export default class VolumeMigrate extends OscCommand {
  static override summary = 'Migrate a volume to another host'
  static override roles = ['admin']
  static override calls = ['GET /v3/volumes/detail?name={name}', 'GET /v3/volumes/{id}', 'POST /v3/volumes/{id}/action']
  static override needs = {cluster: {microversion: '3.16'}}
  static override seeAlso = ['volume backend pool list', 'volume set']
  static override examples = [
    {command: 'osc volume migrate --host node2@lvm#pool --wait data', description: 'Move a volume to another pool'},
  ]
  static override args = {volume: Args.string({description: 'Volume to migrate (name or ID)', required: true})}
  static override flags = {
    host: Flags.string({
      description: 'Destination: HOST@BACKEND#POOL',
      helpValue: 'HOST',
      exactlyOne: ['host', 'cluster'],
    }),
    cluster: Flags.string({
      description: 'Destination cluster: CLUSTER@BACKEND#POOL',
      helpValue: 'CLUSTER',
    }),
    'force-host-copy': Flags.boolean({description: 'Copy by the host, bypassing the driver'}),
    'lock-volume': Flags.boolean({description: 'Keep other operations from aborting the migration'}),
    ...waitFlags('the migration is done'),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeMigrate)
    const volumes = this.api(Volume)
    const id = await volumes.id(args.volume)
    await volumes.send(id, 'POST', '/action', {
      'os-migrate_volume': {
        host: flags.host,
        cluster: flags.cluster,
        force_host_copy: flags['force-host-copy'] || undefined,
        lock_volume: flags['lock-volume'] || undefined,
      },
    })
    if (!flags.wait) return
    await this.waitUntil({
      what: `migration of volume ${args.volume}`,
      poll: () => volumes.get(id),
      stateKey: 'os-vol-mig-status-attr:migstat',
      until: ['success'],
      timeout: flags.timeout,
      doing: 'migrated',
      follow: `osc volume show ${shellWord(id)}`,
    })
  }
}
