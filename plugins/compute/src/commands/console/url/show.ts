import {asObject, Flags, fields, Known, ShowCommand, UsageError} from '@osc-cli/core'
import {LOOK_UP, server} from '#server-action'
import {Console} from '#server-parts'

const TYPES = {
  novnc: {type: 'novnc', protocol: 'vnc', action: 'os-getVNCConsole'},
  xvpvnc: {type: 'xvpvnc', protocol: 'vnc', action: 'os-getVNCConsole'},
  spice: {type: 'spice-html5', protocol: 'spice', action: 'os-getSPICEConsole'},
  'spice-direct': {type: 'spice-direct', protocol: 'spice', action: 'os-getSPICEConsole'},
  rdp: {type: 'rdp-html5', protocol: 'rdp', action: 'os-getRDPConsole'},
  serial: {type: 'serial', protocol: 'serial', action: 'os-getSerialConsole'},
  mks: {type: 'webmks', protocol: 'mks', action: undefined},
} as const

export default class ConsoleUrlShow extends ShowCommand {
  static override summary = 'Show the URL of the remote console of a server'
  static override roles = ['member']
  static override calls = [...LOOK_UP, 'POST /v2.1/servers/{id}/remote-consoles', 'POST /v2.1/servers/{id}/action']
  static override needs = {mks: {microversion: '2.8'}, 'spice-direct': {microversion: '2.99'}}
  static override seeAlso = ['console log show', 'console connection show']
  static override examples = [{command: 'osc console url show --serial web', description: 'URL of the serial console'}]
  static override args = {server}
  static override flags = Flags.choices({
    novnc: 'noVNC console (default)',
    xvpvnc: 'XVP VNC console',
    spice: 'SPICE console for browsers',
    'spice-direct': 'SPICE console for native clients',
    rdp: 'RDP console',
    serial: 'Serial console',
    mks: 'WebMKS console',
  })

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ConsoleUrlShow)
    const {type, protocol, action} = Flags.chosen(flags, TYPES) ?? TYPES.novnc
    const servers = this.api(Known.Server)
    const id = await servers.id(args.server)
    if ((await servers.microversion()).atLeast('2.6'))
      return await this.show(await this.api(Console).under(id).create({type, protocol}), COLUMNS)
    if (!action) throw new UsageError(`Microversions before 2.8 have no ${type} consoles.`)
    const answer = await servers.send(id, 'POST', '/action', {[action]: {type}})
    await this.show(asObject(answer.console))
  }
}

const COLUMNS = fields({protocol: 'protocol', type: 'type', url: 'url'})
