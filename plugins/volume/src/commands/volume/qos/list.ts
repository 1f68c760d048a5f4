import {asText, ListCommand} from '@osc-cli/core'
import {associationsOf, VolumeQos, volumeQosColumns} from '#volume-qos'

export default class VolumeQosList extends ListCommand {
  static override summary = 'List QoS specifications'
  static override roles = ['admin']
  static override columns = Object.keys(volumeQosColumns)
  static override calls = ['GET /v3/qos-specs', 'GET /v3/qos-specs/{id}/associations']
  static override seeAlso = ['volume qos show', 'volume type list']
  static override examples = [{command: 'osc volume qos list', description: 'List limits and their volume types'}]

  async run(): Promise<void> {
    await this.parse(VolumeQosList)
    const specs = this.api(VolumeQos)
    const found = await Array.fromAsync(specs.list())
    const rows = await this.each(
      found.map(({id}) => asText(id) ?? ''),
      async (id) => ({...found.find((one) => one.id === id), associations: await associationsOf(specs, id)}),
    )
    await this.table(volumeQosColumns, rows)
  }
}
