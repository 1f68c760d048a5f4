import {Cells, defineResource, Flags, fields, ListCommand} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/block-storage/v3/#back-end-storage-pools
const VolumeBackendPool = defineResource({
  noun: 'volume backend pool',
  service: 'block-storage',
  path: '/scheduler-stats/get_pools',
  collection: 'pools',
})

export default class VolumeBackendPoolList extends ListCommand {
  static override summary = 'List the storage pools of back ends'
  static override roles = ['admin']
  static override calls = ['GET /v3/scheduler-stats/get_pools']
  static override seeAlso = ['volume backend capability show', 'volume migrate']
  static override examples = [
    {command: 'osc volume backend pool list --long', description: 'List pools with their free space'},
  ]
  static override flags = {long: Flags.boolean({description: 'Include capabilities'})}

  async run(): Promise<void> {
    const {flags} = await this.parse(VolumeBackendPoolList)
    const {name, capabilities} = fields({name: 'name', capabilities: ({capabilities}) => Cells.dict(capabilities)})
    const columns = {Name: name, ...(flags.long && {Capabilities: capabilities})}
    await this.table(columns, this.api(VolumeBackendPool).list({detail: flags.long ? 'True' : undefined}))
  }
}
