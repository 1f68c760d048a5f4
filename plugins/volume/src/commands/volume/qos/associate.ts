import {Args, OscCommand} from '@osc-cli/core'
import {qosId} from '#find-qos'
import {VolumeQos} from '#volume-qos'
import {VolumeType} from '#volume-type'

export default class VolumeQosAssociate extends OscCommand {
  static override summary = 'Associate a QoS specification with a volume type'
  static override roles = ['admin']
  static override calls = ['GET /v3/qos-specs', 'GET /v3/types', 'GET /v3/qos-specs/{id}/associate']
  static override seeAlso = ['volume qos disassociate']
  static override examples = [{command: 'osc volume qos associate slow archive', description: 'Limit a volume type'}]
  static override args = {
    qos_spec: Args.string({description: 'QoS specification (name or ID)', required: true}),
    volume_type: Args.string({description: 'Volume type (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(VolumeQosAssociate)
    const specs = this.api(VolumeQos)
    const [id, type] = await Promise.all([qosId(this.api, args.qos_spec), this.api(VolumeType).id(args.volume_type)])
    // Cinder changes the association with a GET.
    await specs.send(id, 'GET', '/associate', undefined, {query: {vol_type_id: type}})
  }
}
