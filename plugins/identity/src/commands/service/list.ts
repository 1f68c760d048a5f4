import {Flags, ListCommand} from '@osc-cli/core'
import {longServiceColumns, Service, serviceColumns} from '#service'

export default class ServiceList extends ListCommand {
  static override summary = 'List the services of the catalog'
  static override roles = ['admin', 'system reader']
  static override columns = Object.keys({...serviceColumns, ...longServiceColumns})
  static override calls = ['GET /v3/services']
  static override examples = [{command: 'osc service list --long', description: 'Include description and state'}]
  static override flags = {
    long: Flags.boolean({description: 'Include description and state'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(ServiceList)
    await this.table(flags.long ? longServiceColumns : serviceColumns, this.api(Service).list())
  }
}
