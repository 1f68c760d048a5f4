import {Args, NotFoundError, ShowCommand} from '@osc-cli/core'
import {catalogFields, currentCatalog} from '#catalog'

export default class CatalogShow extends ShowCommand {
  static override summary = 'Show a service of the catalog and its endpoints'
  static override roles = []
  static override columns = Object.keys(catalogFields)
  static override calls = ['POST /v3/auth/tokens', 'GET /v3/auth/catalog']
  static override examples = [{command: 'osc catalog show identity', description: 'Show the endpoints of Keystone'}]
  static override args = {
    service: Args.string({description: 'Service (type or name)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(CatalogShow)
    const catalog = await currentCatalog(await this.session())
    const entry = catalog.find(({type, name}) => name === args.service || type === args.service)
    if (!entry) {
      throw new NotFoundError(`The catalog does not contain a service '${args.service}'.`, {
        hint: 'List services with: osc catalog list',
      })
    }
    await this.show(entry, catalogFields)
  }
}
