import {Args, Known, OscCommand} from '@osc-cli/core'

export default class PortDelete extends OscCommand {
  static override summary = 'Delete ports'
  static override roles = ['member']
  static override calls = ['GET /v2.0/ports?name={name}', 'DELETE /v2.0/ports/{id}']
  static override examples = [{command: 'osc port delete db', description: 'Delete by name'}]
  static override args = {
    port: Args.string({description: 'Ports to delete (names or IDs)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(PortDelete)
    const resource = this.api(Known.Port)
    await this.each(args.port, async (name) => resource.delete(await resource.id(name)))
  }
}
