import {Args, Known, OscCommand} from '@osc-cli/core'

export default class RouterDelete extends OscCommand {
  static override summary = 'Delete routers'
  static override roles = ['member']
  static override calls = ['GET /v2.0/routers?name={name}', 'DELETE /v2.0/routers/{id}']
  static override examples = [{command: 'osc router delete edge', description: 'Delete by name'}]
  static override args = {
    router: Args.string({description: 'Routers to delete (names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(RouterDelete)
    const resource = this.api(Known.Router)
    await this.each(args.router, async (name) => resource.delete(await resource.id(name)))
  }
}
