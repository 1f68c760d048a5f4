import {Flags, Known, projectFlags, projectOf, ShowCommand} from '@osc-cli/core'
import {shownTapFlow, TapFlow} from '#tap/flow'
import {TapService} from '#tap/service'
import {textFlags} from '#tap/text-flags'

export default class TapFlowCreate extends ShowCommand {
  static override summary = 'Create a tap flow'
  static override description = 'A tap flow copies the traffic of a port to the port of a tap service.'
  static override roles = ['member']
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v2.0/ports?name={name}',
    'GET /v2.0/taas/tap_services?name={name}',
    'POST /v2.0/taas/tap_flows',
  ]
  static override requires = 'taas'
  static override needs = {'vlan-filter': {extension: 'taas-vlan-filter'}}
  static override seeAlso = ['tap service create']
  static override examples = [
    {
      command: 'osc tap flow create --name web --port web --tap-service analyzer --direction BOTH',
      description: 'Copy all traffic of a port',
    },
  ]
  static override flags = {
    ...projectFlags('Project that owns the tap flow (name or ID)'),
    ...textFlags,
    port: Flags.string({description: 'Port to copy the traffic of (name or ID)', helpValue: 'PORT', required: true}),
    'tap-service': Flags.string({
      description: 'Tap service that receives the traffic (name or ID)',
      helpValue: 'TAP-SERVICE',
      required: true,
    }),
    direction: Flags.anyCase({
      description: 'Direction of the traffic, as the port sees it',
      options: ['IN', 'OUT', 'BOTH'],
      ignoreCase: true,
      required: true,
    }),
    'vlan-filter': Flags.string({description: 'VLAN IDs to copy, such as 1-5,9', helpValue: 'VLAN-FILTER'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(TapFlowCreate)
    const [port, service, project] = await Promise.all([
      this.api(Known.Port).id(flags.port),
      this.api(TapService).id(flags['tap-service']),
      projectOf(this.api, flags),
    ])
    const created = await this.api(TapFlow).create({
      name: flags.name,
      description: flags.description,
      source_port: port,
      tap_service_id: service,
      direction: flags.direction,
      vlan_filter: flags['vlan-filter'],
      project_id: project,
    })
    await this.show(created, shownTapFlow(created))
  }
}
