import {Args, ListCommand} from '@osc-cli/core'
import {
  ManageableSnapshot,
  manageable,
  manageableColumns,
  manageableFlags,
  manageableLongColumns,
  sourceColumns,
} from '#manageable'

export default class BlockStorageSnapshotManageableList extends ListCommand {
  static override summary = 'List snapshots of a back end that Cinder can manage'
  static override roles = ['admin']
  static override microversion = '3.8'
  static override calls = ['GET /v3/manageable_snapshots', 'GET /v3/manageable_snapshots/detail']
  static override needs = {cluster: {microversion: '3.17'}}
  static override seeAlso = ['volume snapshot create', 'volume backend pool list']
  static override examples = [
    {
      command: 'osc block storage snapshot manageable list node1@lvm#pool',
      description: 'List snapshots for `volume snapshot create --remote-source`',
    },
  ]
  static override args = {host: Args.string({description: 'Host to search: HOST@BACKEND#POOL'})}
  static override flags = manageableFlags('snapshots')

  async run(): Promise<void> {
    const {args, flags} = await this.parse(BlockStorageSnapshotManageableList)
    const {rows, isLong} = await manageable(this, ManageableSnapshot, args.host, flags)
    await this.table({...manageableColumns, ...sourceColumns, ...(isLong && manageableLongColumns)}, rows)
  }
}
