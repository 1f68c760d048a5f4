import {Flags, ListCommand} from '@osc-cli/core'
import {RegisteredLimit, regionFlag, regionOf, registeredLimitColumns} from '#limit'
import {serviceId} from '#service'

export default class RegisteredLimitList extends ListCommand {
  static override summary = 'List registered limits'
  static override roles = []
  static override columns = Object.keys(registeredLimitColumns)
  static override calls = ['GET /v3/services', 'GET /v3/registered_limits']
  static override examples = [
    {command: 'osc registered limit list --resource-name users', description: 'List the limits of one resource'},
  ]
  static override flags = {
    service: Flags.string({description: 'Service (type, name or ID)', helpValue: 'SERVICE'}),
    'resource-name': Flags.string({description: 'Resource name', helpValue: 'RESOURCE'}),
    ...regionFlag,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(RegisteredLimitList)
    const service = await serviceId(this.api, flags.service)
    const query = {service_id: service, resource_name: flags['resource-name'], region_id: regionOf(flags)}
    await this.table(registeredLimitColumns, this.api(RegisteredLimit).list(query))
  }
}
