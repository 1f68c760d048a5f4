import {Flags, ListCommand} from '@osc-cli/core'
import {VolumeService, volumeServiceColumns} from '#volume-service'

export default class VolumeServiceList extends ListCommand {
  static override summary = 'List the processes of Cinder'
  static override roles = ['admin']
  static override calls = ['GET /v3/os-services']
  static override seeAlso = ['volume service set']
  static override examples = [
    {command: 'osc volume service list --service cinder-volume', description: 'List the storage hosts and their state'},
  ]
  static override flags = {
    host: Flags.string({description: 'List processes on this host: HOST or HOST@BACKEND', helpValue: 'HOST'}),
    service: Flags.string({description: 'List processes of this kind: cinder-volume', helpValue: 'SERVICE'}),
    long: Flags.boolean({description: 'Include the reason why a process is disabled'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(VolumeServiceList)
    const services = this.api(VolumeService)
    const rows = services.list({host: flags.host, binary: flags.service})
    await this.table(volumeServiceColumns(await services.microversion(), flags.long), rows)
  }
}
