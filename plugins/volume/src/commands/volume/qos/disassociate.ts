import {Args, Flags, OscCommand} from '@osc-cli/core'
import {qosId} from '#find-qos'
import {VolumeQos} from '#volume-qos'
import {VolumeType} from '#volume-type'

export default class VolumeQosDisassociate extends OscCommand {
  static override summary = 'Disassociate a QoS specification from volume types'
  static override roles = ['admin']
  static override calls = [
    'GET /v3/qos-specs',
    'GET /v3/types',
    'GET /v3/qos-specs/{id}/disassociate',
    'GET /v3/qos-specs/{id}/disassociate_all',
  ]
  static override seeAlso = ['volume qos associate']
  static override examples = [
    {command: 'osc volume qos disassociate --all slow', description: 'Remove the limits from all volume types'},
  ]
  static override args = {qos_spec: Args.string({description: 'QoS specification (name or ID)', required: true})}
  static override flags = {
    'volume-type': Flags.string({description: 'Volume type (name or ID)', helpValue: 'TYPE', exclusive: ['all']}),
    all: Flags.boolean({description: 'Disassociate from all volume types', exclusive: ['volume-type']}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeQosDisassociate)
    const specs = this.api(VolumeQos)
    const id = await qosId(this.api, args.qos_spec)
    if (flags.all) await specs.send(id, 'GET', '/disassociate_all')
    if (flags['volume-type'] === undefined) return
    const type = await this.api(VolumeType).id(flags['volume-type'])
    await specs.send(id, 'GET', '/disassociate', undefined, {query: {vol_type_id: type}})
  }
}
