import {Flags, ListCommand} from '@osc-cli/core'
import {VolumeGroup, volumeGroupColumns} from '#volume-group'

export default class VolumeGroupList extends ListCommand {
  static override summary = 'List volume groups'
  static override roles = []
  static override columns = Object.keys(volumeGroupColumns)
  static override microversion = '3.13'
  static override calls = ['GET /v3/groups/detail']
  static override seeAlso = ['volume group show']
  static override examples = [{command: 'osc volume group list', description: 'List the groups of your project'}]
  static override flags = {
    'all-projects': Flags.boolean({description: 'List groups of all projects (administrators)', env: 'ALL_PROJECTS'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(VolumeGroupList)
    const rows = this.api(VolumeGroup).list({all_tenants: flags['all-projects'] || undefined})
    await this.table(volumeGroupColumns, rows)
  }
}
