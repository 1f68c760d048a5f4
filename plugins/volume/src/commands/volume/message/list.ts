import {ListCommand, pageFlags, projectFlags, projectOf} from '@osc-cli/core'
import {VolumeMessage, volumeMessageColumns} from '#volume-message'

export default class VolumeMessageList extends ListCommand {
  static override summary = 'List messages about failed operations'
  static override roles = []
  static override columns = Object.keys(volumeMessageColumns)
  static override microversion = '3.3'
  static override calls = ['GET /v3/messages', 'GET /v3/projects?name={name}']
  static override seeAlso = ['volume message show', 'volume show']
  static override examples = [{command: 'osc volume message list', description: 'List why operations failed'}]
  static override flags = {
    ...projectFlags('List messages of this project (name or ID; administrators)'),
    limit: pageFlags.limit,
    marker: pageFlags.marker,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(VolumeMessageList)
    const project = await projectOf(this.api, flags)
    const rows = this.api(VolumeMessage).list({
      project_id: project,
      limit: flags.limit || undefined,
      marker: flags.marker,
    })
    await this.table(volumeMessageColumns, rows)
  }
}
