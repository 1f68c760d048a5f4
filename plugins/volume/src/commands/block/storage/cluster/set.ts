import {Args, Flags, OscCommand, UsageError} from '@osc-cli/core'
import {BlockStorageCluster} from '#block-storage-cluster'

export default class BlockStorageClusterSet extends OscCommand {
  static override summary = 'Enable or disable a cluster of Cinder processes'
  static override roles = ['admin']
  static override microversion = '3.7'
  static override calls = ['PUT /v3/clusters/enable', 'PUT /v3/clusters/disable']
  static override seeAlso = ['block storage cluster list']
  static override examples = [
    {command: 'osc block storage cluster set --disable main@ceph', description: 'Create no more volumes there'},
  ]
  static override args = {cluster: Args.string({description: 'Cluster (name)', required: true})}
  static override flags = {
    binary: Flags.string({description: 'Kind of process', helpValue: 'BINARY', default: 'cinder-volume'}),
    ...Flags.choices({enable: 'Enable the cluster (default)', disable: 'Disable the cluster'}),
    'disable-reason': Flags.string({description: 'Reason (requires --disable)', helpValue: 'REASON'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(BlockStorageClusterSet)
    if (flags['disable-reason'] && !flags.disable)
      throw new UsageError('Option --disable-reason also requires --disable.')
    await this.api(BlockStorageCluster).send(flags.disable ? 'disable' : 'enable', 'PUT', '', {
      name: args.cluster,
      binary: flags.binary,
      disabled_reason: flags['disable-reason'],
    })
  }
}
