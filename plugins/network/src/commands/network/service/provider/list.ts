import {ListCommand} from '@osc-cli/core'
import {ServiceProvider, serviceProviderColumns} from '#service-provider'

export default class NetworkServiceProviderList extends ListCommand {
  static override summary = 'List providers of network services'
  static override roles = ['reader']
  static override columns = Object.keys(serviceProviderColumns)
  static override calls = ['GET /v2.0/service-providers']
  static override examples = [{command: 'osc network service provider list', description: 'List all providers'}]

  async run(): Promise<void> {
    await this.parse(NetworkServiceProviderList)
    await this.table(serviceProviderColumns, this.api(ServiceProvider).list())
  }
}
