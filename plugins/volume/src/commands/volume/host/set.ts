import {Args, Flags, OscCommand} from '@osc-cli/core'
import {VolumeService} from '#volume-service'

export default class VolumeHostSet extends OscCommand {
  static override summary = 'Freeze or thaw a volume host'
  static override description = 'A frozen host keeps its volumes available, but creates, changes and deletes none.'
  static override roles = ['admin']
  static override calls = ['PUT /v3/os-services/freeze', 'PUT /v3/os-services/thaw']
  static override seeAlso = ['volume host failover', 'volume service list']
  static override examples = [{command: 'osc volume host set --disable node1@ceph', description: 'Freeze a host'}]
  static override args = {host: Args.string({description: 'Host: HOST@BACKEND', required: true})}
  static override flags = Flags.choices({disable: 'Freeze the host', enable: 'Thaw the host'})

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeHostSet)
    const action = Flags.chosen(flags, {enable: 'thaw', disable: 'freeze'})
    if (action) await this.api(VolumeService).send(action, 'PUT', '', {host: args.host})
  }
}
