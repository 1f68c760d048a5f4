import {Args, projectFlags, projectOf, ShowCommand} from '@osc-cli/core'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {newQosPolicy, QosPolicy, qosPolicyBody, qosPolicyFlags} from '#qos-policy'

export default class NetworkQosPolicyCreate extends ShowCommand {
  static override summary = 'Create a QoS policy'
  static override roles = ['admin']
  static override calls = ['GET /v3/projects?name={name}', 'GET /v3/domains?name={name}', 'POST /v2.0/qos/policies']
  static override requires = 'qos'
  static override seeAlso = ['network qos rule create']
  static override examples = [{command: 'osc network qos policy create slow', description: 'Create a QoS policy'}]
  static override args = {
    name: Args.string({description: 'Name of the new QoS policy', required: true}),
  }
  static override flags = {
    ...qosPolicyFlags,
    ...projectFlags('Project that owns the QoS policy (name or ID; default: your project)'),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkQosPolicyCreate)
    const created = await this.api(QosPolicy).create({
      name: args.name,
      ...qosPolicyBody(flags),
      project_id: await projectOf(this.api, flags),
      ...extraProperties(flags),
    })
    await this.show(created, newQosPolicy(created))
  }
}
