import {asObject, defineResource, Flags, fields, type Json, type JsonObject, ListCommand} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/block-storage/v3/#workers
const BlockStorageWorker = defineResource({
  noun: 'block storage worker',
  service: 'block-storage',
  path: '/workers',
  collection: 'workers',
  newest: '3.24',
})

export default class BlockStorageCleanup extends ListCommand {
  static override summary = 'Clean up interrupted operations of Cinder processes'
  static override description =
    'Recover resources that a process left in a transitional state. Without options, clean up for all processes that are down. The list shows the processes that clean up, and those for which no process is available.'
  static override roles = ['admin']
  static override microversion = '3.24'
  static override calls = ['POST /v3/workers/cleanup']
  static override seeAlso = ['volume service list', 'block storage cluster list']
  static override examples = [
    {command: 'osc block storage cleanup --host node1@lvm', description: 'Clean up after a host that crashed'},
  ]
  static override flags = {
    cluster: Flags.string({description: 'Clean up for processes of this cluster (name)', helpValue: 'CLUSTER'}),
    host: Flags.string({description: 'Clean up for processes on this host: HOST@BACKEND', helpValue: 'HOST'}),
    binary: Flags.string({description: 'Clean up for this kind of process: cinder-volume', helpValue: 'BINARY'}),
    ...Flags.choices({
      up: 'Clean up for processes that are up',
      down: 'Clean up for processes that are down (default)',
    }),
    ...Flags.choices({
      disabled: 'Clean up for disabled processes only',
      enabled: 'Clean up for enabled processes only',
    }),
    'resource-id': Flags.string({description: 'Clean up only this resource (ID)', helpValue: 'ID'}),
    'resource-type': Flags.option({
      description: 'Clean up only this kind of resource',
      options: ['Volume', 'Snapshot'],
    })(),
    'service-id': Flags.integer({
      description: "Clean up for the process with this number in Cinder's database",
      helpValue: 'NUMBER',
    }),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(BlockStorageCleanup)
    const {cleaning, unavailable} = await this.api(BlockStorageWorker).send('cleanup', 'POST', '', {
      cluster_name: flags.cluster,
      host: flags.host,
      binary: flags.binary,
      is_up: Flags.chosen(flags, {up: true, down: false}),
      disabled: Flags.chosen(flags, {disabled: true, enabled: false}),
      resource_id: flags['resource-id'],
      resource_type: flags['resource-type'],
      service_id: flags['service-id'],
    })
    await this.table(columns, [...rows(cleaning, 'Cleaning'), ...rows(unavailable, 'Unavailable')])
  }
}

const columns = fields({ID: 'id', 'Cluster Name': 'cluster_name', Host: 'host', Binary: 'binary', Status: 'status'})

const rows = (processes: Json | undefined, status: string): JsonObject[] =>
  Array.isArray(processes) ? processes.map((one) => ({...asObject(one), status})) : []
