import {ListCommand} from '@osc-cli/core'
import {ServiceProvider} from '#federation'
import {serviceProviderColumns} from '#service-provider'

export default class ServiceProviderList extends ListCommand {
  static override summary = 'List service providers'
  static override roles = ['admin', 'system reader']
  static override columns = Object.keys(serviceProviderColumns)
  static override calls = ['GET /v3/OS-FEDERATION/service_providers']
  static override examples = [{command: 'osc service provider list', description: 'List all of them'}]

  async run(): Promise<void> {
    await this.parse(ServiceProviderList)
    await this.table(serviceProviderColumns, this.api(ServiceProvider).list())
  }
}
