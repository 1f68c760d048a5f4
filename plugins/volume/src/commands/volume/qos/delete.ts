import {Args, Flags, OscCommand} from '@osc-cli/core'
import {qosId} from '#find-qos'
import {VolumeQos} from '#volume-qos'

export default class VolumeQosDelete extends OscCommand {
  static override summary = 'Delete QoS specifications'
  static override roles = ['admin']
  static override calls = ['GET /v3/qos-specs', 'DELETE /v3/qos-specs/{id}']
  static override examples = [{command: 'osc volume qos delete slow', description: 'Delete a QoS specification'}]
  static override args = {
    qos_specs: Args.string({
      description: 'QoS specifications to delete (names or IDs)',
      required: true,
      multiple: true,
    }),
  }
  static override flags = {
    force: Flags.boolean({description: 'Also delete those that are associated with a volume type'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeQosDelete)
    const specs = this.api(VolumeQos)
    await this.each(args.qos_specs, async (name) =>
      specs.delete(await qosId(this.api, name), {force: flags.force || undefined}),
    )
  }
}
