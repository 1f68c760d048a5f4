import {Args, asObject, defineResource, fields, ListCommand} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/block-storage/v3/#capabilities-for-storage-back-ends-capabilities
const VolumeBackendCapability = defineResource({
  noun: 'volume backend capability',
  service: 'block-storage',
  path: '/capabilities',
  collection: 'capabilities',
  by: 'id',
})

export default class VolumeBackendCapabilityShow extends ListCommand {
  static override summary = 'Show the capabilities of a back end'
  static override roles = ['admin']
  static override calls = ['GET /v3/capabilities/{host}']
  static override seeAlso = ['volume backend pool list', 'volume type set']
  static override examples = [
    {command: 'osc volume backend capability show node1@lvm', description: 'List properties that types can require'},
  ]
  static override args = {host: Args.string({description: 'Host: HOST@BACKEND', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(VolumeBackendCapabilityShow)
    const {properties} = await this.api(VolumeBackendCapability).get(args.host)
    const rows = Object.entries(asObject(properties)).map(([key, capability]) => ({...asObject(capability), key}))
    await this.table(fields({Title: 'title', Key: 'key', Type: 'type', Description: 'description'}), rows)
  }
}
