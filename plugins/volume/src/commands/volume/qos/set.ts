import {Args, asObject, asText, Flags, OscCommand} from '@osc-cli/core'
import {makeChanges} from '#changes'
import {findQos} from '#find-qos'
import {VolumeQos} from '#volume-qos'

export default class VolumeQosSet extends OscCommand {
  static override summary = 'Change a QoS specification'
  static override roles = ['admin']
  static override calls = ['GET /v3/qos-specs', 'PUT /v3/qos-specs/{id}', 'PUT /v3/qos-specs/{id}/delete_keys']
  static override seeAlso = ['volume qos unset']
  static override examples = [
    {command: 'osc volume qos set --property total_iops_sec=900 slow', description: 'Change a limit'},
  ]
  static override args = {
    qos_spec: Args.string({description: 'QoS specification to change (name or ID)', required: true}),
  }
  static override flags = {
    'no-property': Flags.boolean({description: 'Remove all limits first'}),
    property: Flags.keyValues({description: 'Limit to set (repeatable)'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeQosSet)
    const specs = this.api(VolumeQos)
    const spec = await findQos(this.api, args.qos_spec)
    const id = asText(spec.id) ?? ''
    const limits = Flags.toObject(flags.property)
    const keys = Object.keys(asObject(spec.specs))
    await makeChanges((names, work) => this.eachInOrder(names, work), {
      'limits (remove)': flags['no-property'] && (() => specs.send(id, 'PUT', '/delete_keys', {keys})),
      limits: limits !== undefined && (() => specs.update(id, limits)),
    })
  }
}
