import {ListCommand, projectFlags, projectOf} from '@osc-cli/core'
import {TapMirror, tapMirrorColumns} from '#tap/mirror'

export default class TapMirrorList extends ListCommand {
  static override summary = 'List tap mirrors'
  static override roles = ['reader']
  static override columns = Object.keys(tapMirrorColumns)
  static override calls = ['GET /v3/projects?name={name}', 'GET /v3/domains?name={name}', 'GET /v2.0/taas/tap_mirrors']
  static override requires = 'tap-mirror'
  static override examples = [{command: 'osc tap mirror list', description: 'List all tap mirrors'}]
  static override flags = {...projectFlags('List tap mirrors of this project (name or ID)')}

  async run(): Promise<void> {
    const {flags} = await this.parse(TapMirrorList)
    const found = this.api(TapMirror).list({project_id: await projectOf(this.api, flags)})
    await this.table(tapMirrorColumns, found)
  }
}
