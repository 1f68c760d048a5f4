import {Args, Flags, projectFlags, projectOf, ShowCommand} from '@osc-cli/core'
import {extraProperties, extraPropertyFlags} from '#extra-property'
import {Meter, MeterRule, meterRuleFields} from '#network-meter'

export default class NetworkMeterRuleCreate extends ShowCommand {
  static override summary = 'Create a rule of a network meter'
  static override roles = ['admin']
  static override calls = [
    'GET /v2.0/metering/metering-labels?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'POST /v2.0/metering/metering-label-rules',
  ]
  static override requires = 'metering'
  static override examples = [
    {
      command: 'osc network meter rule create --remote-ip-prefix 10.0.0.0/8 traffic',
      description: 'Count traffic from a range',
    },
  ]
  static override args = {
    meter: Args.string({description: 'Network meter (name or ID)', required: true}),
  }
  static override flags = {
    ...Flags.choices({exclude: 'Do not count the traffic', include: 'Count the traffic (default)'}),
    ...Flags.choices({
      ingress: 'Apply the rule to incoming traffic (default)',
      egress: 'Apply the rule to outgoing traffic',
    }),
    'remote-ip-prefix': Flags.string({description: 'Remote addresses (CIDR)', helpValue: 'REMOTE-IP-PREFIX'}),
    'source-ip-prefix': Flags.string({description: 'Source addresses (CIDR)', helpValue: 'REMOTE-IP-PREFIX'}),
    'destination-ip-prefix': Flags.string({description: 'Destination addresses (CIDR)', helpValue: 'REMOTE-IP-PREFIX'}),
    ...projectFlags('Project that owns the network meter rule (name or ID; default: your project)'),
    ...extraPropertyFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(NetworkMeterRuleCreate)
    const rule = await this.api(MeterRule).create({
      excluded: Flags.chosen(flags, {exclude: true, include: false}),
      direction: flags.egress ? 'egress' : 'ingress',
      remote_ip_prefix: flags['remote-ip-prefix'],
      source_ip_prefix: flags['source-ip-prefix'],
      destination_ip_prefix: flags['destination-ip-prefix'],
      metering_label_id: await this.api(Meter).id(args.meter),
      project_id: await projectOf(this.api, flags),
      ...extraProperties(flags),
    })
    await this.show(rule, meterRuleFields)
  }
}
