import {ListCommand} from '@osc-cli/core'
import {catalogColumns} from '#catalog'

export default class CatalogList extends ListCommand {
  static override summary = 'List the services that you can use, and where they answer.'
  static override roles = []
  static override calls = ['POST /v3/auth/tokens']
  static override examples = [{command: 'osc catalog list', description: 'Every service with its endpoints'}]

  async run(): Promise<void> {
    await this.parse(CatalogList)
    const {catalog} = await (await this.session()).access()
    await this.table(
      catalogColumns,
      catalog.map(({raw}) => raw),
    )
  }
}
