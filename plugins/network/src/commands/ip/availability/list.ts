import {Flags, firstOf, ListCommand, pageFlags, projectFlags, projectOf} from '@osc-cli/core'
import {IpAvailability, ipAvailabilityColumns} from '#ip-availability'

export default class IpAvailabilityList extends ListCommand {
  static override summary = 'List the IP address usage of networks'
  static override roles = ['admin']
  static override columns = Object.keys(ipAvailabilityColumns)
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v2.0/network-ip-availabilities',
  ]
  static override requires = 'network-ip-availability'
  static override examples = [{command: 'osc ip availability list', description: 'List all networks'}]
  static override flags = {
    'ip-version': Flags.string({description: 'IP version', options: ['4', '6'], default: '4'}),
    ...projectFlags('List networks of this project (name or ID)'),
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(IpAvailabilityList)
    const rows = this.api(IpAvailability).list({
      ip_version: flags['ip-version'],
      project_id: await projectOf(this.api, flags),
      marker: flags.marker,
      limit: flags.limit,
    })
    await this.table(ipAvailabilityColumns, firstOf(rows, flags['max-items']))
  }
}
