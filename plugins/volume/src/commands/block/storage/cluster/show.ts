import {Args, Flags, ShowCommand} from '@osc-cli/core'
import {BlockStorageCluster, blockStorageClusterFields} from '#block-storage-cluster'

export default class BlockStorageClusterShow extends ShowCommand {
  static override summary = 'Show a cluster of Cinder processes'
  static override roles = ['admin']
  static override columns = Object.keys(blockStorageClusterFields)
  static override microversion = '3.7'
  static override calls = ['GET /v3/clusters/{name}']
  static override examples = [{command: 'osc block storage cluster show main@ceph', description: 'Show its hosts'}]
  static override args = {cluster: Args.string({description: 'Cluster (name)', required: true})}
  static override flags = {
    binary: Flags.string({description: 'Kind of process: cinder-volume', helpValue: 'BINARY'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(BlockStorageClusterShow)
    const cluster = await this.api(BlockStorageCluster).get(args.cluster, {binary: flags.binary})
    await this.show(cluster, blockStorageClusterFields)
  }
}
