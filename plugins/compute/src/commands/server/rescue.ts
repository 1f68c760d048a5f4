import {Flags, Known, OscCommand} from '@osc-cli/core'
import {ACTION_CALLS, act, server} from '#server-action'

export default class ServerRescue extends OscCommand {
  static override summary = 'Put a server into rescue mode'
  static override description = 'The server boots from a rescue image; its own disk is attached as a second disk.'
  static override roles = ['member']
  static override calls = ['GET /v2/images?name={name}', 'GET /v2/images/{id}', ...ACTION_CALLS]
  static override seeAlso = ['server unrescue']
  static override examples = [{command: 'osc server rescue --image cirros web', description: 'Boot from another image'}]
  static override args = {server}
  static override flags = {
    image: Flags.string({
      description: 'Image to boot from (name or ID; default: the image of the server)',
      helpValue: 'IMAGE',
    }),
    password: Flags.string({description: 'Password of the rescued server', helpValue: 'PASSWORD'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ServerRescue)
    const rescue = {
      ...(flags.password !== undefined && {adminPass: flags.password}),
      ...(flags.image && {rescue_image_ref: await this.api(Known.Image).id(flags.image)}),
    }
    await act(this.api, args.server, {rescue})
  }
}
