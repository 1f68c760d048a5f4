import {Args, Flags, ShowCommand} from '@osc-cli/core'
import {VolumeQos, volumeQosFields} from '#volume-qos'

const CONSUMERS = ['front-end', 'back-end', 'both'] as const

export default class VolumeQosCreate extends ShowCommand {
  static override summary = 'Create a QoS specification'
  static override roles = ['admin']
  static override calls = ['POST /v3/qos-specs']
  static override seeAlso = ['volume qos associate']
  static override examples = [
    {
      command: 'osc volume qos create --consumer front-end --property total_iops_sec=500 slow',
      description: 'Limit volumes to 500 operations per second',
    },
  ]
  static override args = {name: Args.string({description: 'Name of the new QoS specification', required: true})}
  static override flags = {
    consumer: Flags.option({description: 'Who enforces the limits', options: CONSUMERS, default: 'both'})(),
    property: Flags.keyValues({description: 'Limit to set (repeatable)'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeQosCreate)
    const body = {...Flags.toObject(flags.property), name: args.name, consumer: flags.consumer}
    await this.show(await this.api(VolumeQos).create(body), volumeQosFields)
  }
}
