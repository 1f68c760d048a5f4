import {Flags, Known, projectFlags, projectOf, ShowCommand} from '@osc-cli/core'
import {TapMirror, tapMirrorFields} from '#tap/mirror'
import {textFlags} from '#tap/text-flags'

export default class TapMirrorCreate extends ShowCommand {
  static override summary = 'Create a tap mirror'
  static override description = 'A tap mirror sends a copy of the traffic of a port through a tunnel to a remote host.'
  static override roles = ['member']
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v2.0/ports?name={name}',
    'POST /v2.0/taas/tap_mirrors',
  ]
  static override requires = 'tap-mirror'
  static override examples = [
    {
      command:
        'osc tap mirror create --name web --port web --directions IN=101 --remote-ip 192.0.2.9 --mirror-type gre',
      description: 'Mirror incoming traffic through a GRE tunnel',
    },
  ]
  static override flags = {
    ...projectFlags('Project that owns the tap mirror (name or ID)'),
    ...textFlags,
    port: Flags.string({description: 'Port to mirror (name or ID)', helpValue: 'PORT', required: true}),
    directions: Flags.jsonOrPairs({
      description: 'Direction (IN or OUT) and the ID of its tunnel, or a JSON object of them (repeatable)',
      helpValue: 'DIRECTION=TUNNEL-ID',
      required: true,
    }),
    'remote-ip': Flags.string({description: 'IP address of the remote host', helpValue: 'IP-ADDRESS', required: true}),
    'mirror-type': Flags.string({
      description: 'Type of the tunnel: gre or erspanv1',
      helpValue: 'TYPE',
      required: true,
    }),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(TapMirrorCreate)
    const [port, project] = await Promise.all([this.api(Known.Port).id(flags.port), projectOf(this.api, flags)])
    const created = await this.api(TapMirror).create({
      name: flags.name,
      description: flags.description,
      port_id: port,
      directions: Object.assign({}, ...flags.directions),
      remote_ip: flags['remote-ip'],
      mirror_type: flags['mirror-type'],
      project_id: project,
    })
    await this.show(created, tapMirrorFields)
  }
}
