import {Args, NotFoundError, ShowCommand} from '@osc-cli/core'
import {catalogFields} from '#catalog'

export default class CatalogShow extends ShowCommand {
  static override summary = 'Show where a service answers.'
  static override roles = []
  static override calls = ['POST /v3/auth/tokens']
  static override examples = [{command: 'osc catalog show identity', description: 'The endpoints of Keystone'}]
  static override args = {
    service: Args.string({description: 'Service (type or name).', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(CatalogShow)
    const {catalog} = await (await this.session()).access()
    const entry = catalog.find(({type, name}) => name === args.service || type === args.service)
    if (!entry) {
      throw new NotFoundError(`The catalog has no service '${args.service}'.`, {
        hint: 'See what it has with: osc catalog list',
      })
    }
    await this.show(entry.raw, catalogFields)
  }
}
