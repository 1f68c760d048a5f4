import {Args, asObject, asText, Flags, Known, OscCommand} from '@osc-cli/core'
import {Flavor} from '#flavor'
import {waitForServer} from '#wait-for-server'

export default class ServerResize extends OscCommand {
  static override summary = 'Resize a server to another flavor'
  static override description =
    'After the resize, confirm it with `server resize confirm` or undo it with `server resize revert`.'
  static override roles = ['member']
  static override calls = [
    'GET /v2.1/servers/detail?name={name}',
    'GET /v2.1/servers/{id}',
    'GET /v2.1/flavors/{id}',
    'GET /v2.1/flavors',
    'POST /v2.1/servers/{id}/action',
  ]
  static override seeAlso = ['server resize confirm', 'server resize revert']
  static override examples = [
    {
      command: 'osc server resize --flavor m1.small --wait web',
      description: 'Resize and wait until the resize can be confirmed',
    },
  ]
  static override args = {server: Args.string({description: 'Server (name or ID)', required: true})}
  static override flags = {
    flavor: Flags.string({
      description: 'New flavor (name or ID)',
      helpValue: 'FLAVOR',
      exactlyOne: ['flavor', 'confirm', 'revert'],
    }),
    confirm: Flags.boolean({description: 'Deprecated: use `server resize confirm`', exclusive: ['revert']}),
    revert: Flags.boolean({description: 'Deprecated: use `server resize revert`', exclusive: ['confirm']}),
    wait: Flags.boolean({description: 'Wait until the resize is done'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ServerResize)
    const servers = this.api(Known.Server)
    const server = await servers.find(args.server)
    const id = String(server.id)
    if (flags.flavor === undefined) {
      const verb = flags.confirm ? 'confirm' : 'revert'
      await this.note(`The --${verb} option is deprecated: use server resize ${verb}.`)
      return void (await servers.send(id, 'POST', '/action', {[`${verb}Resize`]: null}))
    }
    if (asText(asObject(server.image).id) === undefined)
      await this.note('The root disk size in flavor will not be applied while booting from a persistent volume.')
    await servers.send(id, 'POST', '/action', {resize: {flavorRef: await this.api(Flavor).id(flags.flavor)}})
    if (!flags.wait) return
    await waitForServer(this, args.server, id, ['ACTIVE', 'VERIFY_RESIZE'], {doing: 'resized'})
    await this.print('Complete')
  }
}
