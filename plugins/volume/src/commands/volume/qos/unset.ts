import {Args, Flags, OscCommand} from '@osc-cli/core'
import {qosId} from '#find-qos'
import {VolumeQos} from '#volume-qos'

export default class VolumeQosUnset extends OscCommand {
  static override summary = 'Remove limits of a QoS specification'
  static override roles = ['admin']
  static override calls = ['GET /v3/qos-specs', 'PUT /v3/qos-specs/{id}/delete_keys']
  static override seeAlso = ['volume qos set']
  static override examples = [
    {command: 'osc volume qos unset --property total_iops_sec slow', description: 'Remove a limit'},
  ]
  static override args = {
    qos_spec: Args.string({description: 'QoS specification to change (name or ID)', required: true}),
  }
  static override flags = {
    property: Flags.strings({description: 'Limit to remove (repeatable)', helpValue: 'KEY'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeQosUnset)
    const specs = this.api(VolumeQos)
    const id = await qosId(this.api, args.qos_spec)
    if (flags.property) await specs.send(id, 'PUT', '/delete_keys', {keys: flags.property})
  }
}
