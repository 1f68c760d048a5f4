import {Args, asText, Cells, type Columns, ShowCommand} from '@osc-cli/core'
import {findQos} from '#find-qos'
import {associationsOf, VolumeQos, volumeQosFields} from '#volume-qos'

export default class VolumeQosShow extends ShowCommand {
  static override summary = 'Show a QoS specification'
  static override roles = ['admin']
  static override calls = ['GET /v3/qos-specs', 'GET /v3/qos-specs/{id}/associations']
  static override examples = [{command: 'osc volume qos show slow', description: 'Show limits and volume types'}]
  static override args = {qos_spec: Args.string({description: 'QoS specification (name or ID)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(VolumeQosShow)
    const specs = this.api(VolumeQos)
    const spec = await findQos(this.api, args.qos_spec)
    const associations = await associationsOf(specs, asText(spec.id) ?? '')
    const columns: Columns = {
      ...(associations.length > 0 && {associations: () => Cells.list(associations)}),
      ...volumeQosFields,
    }
    await this.show(spec, columns)
  }
}
