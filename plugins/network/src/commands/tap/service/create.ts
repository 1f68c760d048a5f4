import {Flags, Known, projectFlags, projectOf, ShowCommand} from '@osc-cli/core'
import {TapService, tapServiceFields} from '#tap/service'
import {textFlags} from '#tap/text-flags'

export default class TapServiceCreate extends ShowCommand {
  static override summary = 'Create a tap service'
  static override description = 'The port of a tap service receives the traffic that its tap flows copy.'
  static override roles = ['member']
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v2.0/ports?name={name}',
    'POST /v2.0/taas/tap_services',
  ]
  static override requires = 'taas'
  static override seeAlso = ['tap flow create']
  static override examples = [
    {command: 'osc tap service create --name analyzer --port probe', description: 'Receive copied traffic on a port'},
  ]
  static override flags = {
    ...projectFlags('Project that owns the tap service (name or ID)'),
    ...textFlags,
    port: Flags.string({description: 'Port that receives the traffic (name or ID)', helpValue: 'PORT', required: true}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(TapServiceCreate)
    const [port, project] = await Promise.all([this.api(Known.Port).id(flags.port), projectOf(this.api, flags)])
    const created = await this.api(TapService).create({
      name: flags.name,
      description: flags.description,
      port_id: port,
      project_id: project,
    })
    await this.show(created, tapServiceFields)
  }
}
