import {Flags, firstOf, ListCommand, pageFlags, projectFlags, projectOf} from '@osc-cli/core'
import {VolumeAttachment, volumeAttachmentColumns} from '#volume-attachment'

export default class VolumeAttachmentList extends ListCommand {
  static override summary = 'List volume attachments'
  static override roles = []
  static override columns = Object.keys(volumeAttachmentColumns)
  static override microversion = '3.27'
  static override calls = ['GET /v3/attachments', 'GET /v3/projects?name={name}']
  static override seeAlso = ['volume attachment show', 'server volume list']
  static override examples = [
    {command: 'osc volume attachment list', description: 'List the attachments of your project'},
    {command: 'osc volume attachment list --all-projects', description: 'List the attachments of all projects'},
  ]
  static override flags = {
    ...projectFlags('List attachments of this project (name or ID; administrators)'),
    'all-projects': Flags.boolean({
      description: 'List attachments of all projects (administrators)',
      env: 'ALL_PROJECTS',
    }),
    'volume-id': Flags.string({description: 'List attachments of this volume (ID)', helpValue: 'ID'}),
    status: Flags.string({description: 'List attachments in this state', helpValue: 'STATUS'}),
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(VolumeAttachmentList)
    const project = await projectOf(this.api, flags)
    const rows = this.api(VolumeAttachment).list({
      project_id: project,
      volume_id: flags['volume-id'],
      // Cinder lists nothing when it is asked for `status`.
      attach_status: flags.status,
      all_tenants: project !== undefined || flags['all-projects'] || undefined,
      limit: flags.limit || undefined,
      marker: flags.marker,
    })
    await this.table(volumeAttachmentColumns, firstOf(rows, flags['max-items']))
  }
}
