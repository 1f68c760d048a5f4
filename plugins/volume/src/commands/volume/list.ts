import {
  Flags,
  Known,
  ListCommand,
  pageFlags,
  projectFlags,
  projectOf,
  pythonText,
  userFlags,
  userOf,
} from '@osc-cli/core'
import {serversOf, Volume, volumeColumns} from '#volume'

export default class VolumeList extends ListCommand {
  static override summary = 'List volumes'
  static override roles = []
  static override columns = [true, false].flatMap((long) => Object.keys(volumeColumns(long, new Map())))
  static override calls = [
    'GET /v3/volumes/detail',
    'GET /v2.1/servers/detail',
    'GET /v3/projects?name={name}',
    'GET /v3/users?name={name}',
  ]
  static override seeAlso = ['volume show', 'volume summary']
  static override examples = [
    {command: 'osc volume list', description: 'List the volumes of your project'},
    {command: 'osc volume list --status error --all-projects', description: 'List failed volumes of all projects'},
  ]
  static override flags = {
    ...projectFlags('List volumes of this project (name or ID; administrators)'),
    ...userFlags('List volumes of this user (name or ID; administrators)'),
    name: Flags.string({description: 'List volumes with this name', helpValue: 'NAME'}),
    status: Flags.string({description: 'List volumes in this state', helpValue: 'STATUS'}),
    property: Flags.keyValues({description: 'List volumes with this property (repeatable)'}),
    'all-projects': Flags.boolean({description: 'List volumes of all projects (administrators)'}),
    long: Flags.boolean({description: 'Include type, bootable and properties'}),
    limit: pageFlags.limit,
    marker: pageFlags.marker,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(VolumeList)
    const [project, user] = await Promise.all([projectOf(this.api, flags), userOf(this.api, flags)])
    const properties = Flags.toObject(flags.property)
    const rows = this.api(Volume).list({
      project_id: project,
      user_id: user,
      name: flags.name,
      status: flags.status,
      // Cinder reads this filter as a Python dict.
      metadata: properties && pythonText(properties),
      all_tenants: project !== undefined || flags['all-projects'] || undefined,
      limit: flags.limit || undefined,
      marker: flags.marker,
    })
    if (this.format !== 'table') {
      await this.table(volumeColumns(flags.long, new Map()), rows)
      return
    }
    const volumes = await Array.fromAsync(rows)
    const servers = await this.api(Known.Server).names(serversOf(volumes))
    await this.table(volumeColumns(flags.long, servers), volumes)
  }
}
