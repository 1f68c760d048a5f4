import {Flags, ListCommand} from '@osc-cli/core'
import {BlockStorageCluster, blockStorageClusterColumns, blockStorageClusterLongColumns} from '#block-storage-cluster'
import {lastOf} from '#given'

export default class BlockStorageClusterList extends ListCommand {
  static override summary = 'List clusters of Cinder processes'
  static override roles = ['admin']
  static override columns = Object.keys({...blockStorageClusterColumns, ...blockStorageClusterLongColumns})
  static override microversion = '3.7'
  static override calls = ['GET /v3/clusters', 'GET /v3/clusters/detail']
  static override seeAlso = ['block storage cluster show']
  static override examples = [{command: 'osc block storage cluster list --long', description: 'Include host counts'}]
  static override flags = {
    cluster: Flags.string({description: 'List clusters with this name', helpValue: 'NAME'}),
    binary: Flags.string({description: 'List clusters of this kind of process: cinder-volume', helpValue: 'BINARY'}),
    up: Flags.boolean({description: 'List clusters that are up'}),
    down: Flags.boolean({description: 'List clusters that are down'}),
    disabled: Flags.boolean({description: 'List disabled clusters'}),
    enabled: Flags.boolean({description: 'List enabled clusters'}),
    'num-hosts': Flags.integer({description: 'List clusters with this number of hosts', helpValue: 'NUMBER'}),
    'num-down-hosts': Flags.integer({
      description: 'List clusters with this number of hosts that are down',
      helpValue: 'NUMBER',
    }),
    long: Flags.boolean({description: 'Include hosts, times and the reason why a cluster is disabled'}),
  }

  async run(): Promise<void> {
    const {flags, given} = await this.parse(BlockStorageClusterList)
    const up = lastOf(given, 'up', 'down')
    const disabled = lastOf(given, 'disabled', 'enabled')
    const clusters = this.api({...BlockStorageCluster, listPath: flags.long ? '/clusters/detail' : '/clusters'})
    const rows = clusters.list({
      name: flags.cluster,
      binary: flags.binary,
      is_up: up && up === 'up',
      disabled: disabled && disabled === 'disabled',
      num_hosts: flags['num-hosts'],
      num_down_hosts: flags['num-down-hosts'],
    })
    await this.table(flags.long ? blockStorageClusterLongColumns : blockStorageClusterColumns, rows)
  }
}
