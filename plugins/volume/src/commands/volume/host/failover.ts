import {Args, Flags, OscCommand} from '@osc-cli/core'
import {VolumeService} from '#volume-service'

export default class VolumeHostFailover extends OscCommand {
  static override summary = 'Fail a volume host over to its replication target'
  static override roles = ['admin']
  static override calls = ['PUT /v3/os-services/failover', 'PUT /v3/os-services/failover_host']
  static override seeAlso = ['volume host set']
  static override examples = [
    {command: 'osc volume host failover --volume-backend site-b node1@ceph', description: 'Use the other site'},
  ]
  static override args = {host: Args.string({description: 'Host: HOST@BACKEND', required: true})}
  static override flags = {
    'volume-backend': Flags.string({
      description: 'ID of the replication target',
      helpValue: 'ID',
      required: true,
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeHostFailover)
    const services = this.api(VolumeService)
    const action = (await services.microversion()).atLeast('3.26') ? 'failover' : 'failover_host'
    await services.send(action, 'PUT', '', {host: args.host, backend_id: flags['volume-backend']})
  }
}
