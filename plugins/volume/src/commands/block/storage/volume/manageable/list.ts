import {Args, ListCommand} from '@osc-cli/core'
import {ManageableVolume, manageable, manageableColumns, manageableFlags, manageableLongColumns} from '#manageable'

export default class BlockStorageVolumeManageableList extends ListCommand {
  static override summary = 'List volumes of a back end that Cinder can manage'
  static override roles = ['admin']
  static override microversion = '3.8'
  static override calls = ['GET /v3/manageable_volumes', 'GET /v3/manageable_volumes/detail']
  static override needs = {cluster: {microversion: '3.17'}}
  static override seeAlso = ['volume create', 'volume backend pool list']
  static override examples = [
    {
      command: 'osc block storage volume manageable list node1@lvm#pool',
      description: 'List volumes for `volume create --remote-source`',
    },
  ]
  static override args = {host: Args.string({description: 'Host to search: HOST@BACKEND#POOL'})}
  static override flags = manageableFlags('volumes')

  async run(): Promise<void> {
    const {args, flags} = await this.parse(BlockStorageVolumeManageableList)
    const {rows, isLong} = await manageable(this, ManageableVolume, args.host, flags)
    await this.table({...manageableColumns, ...(isLong && manageableLongColumns)}, rows)
  }
}
