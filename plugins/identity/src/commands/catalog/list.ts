import {ListCommand} from '@osc-cli/core'
import {catalogColumns, currentCatalog} from '#catalog'

export default class CatalogList extends ListCommand {
  static override summary = 'List the services of the catalog and their endpoints'
  static override roles = []
  static override columns = Object.keys(catalogColumns)
  static override calls = ['POST /v3/auth/tokens', 'GET /v3/auth/catalog']
  static override examples = [{command: 'osc catalog list', description: 'List all services with their endpoints'}]

  async run(): Promise<void> {
    await this.parse(CatalogList)
    await this.table(catalogColumns, await currentCatalog(await this.session()))
  }
}
