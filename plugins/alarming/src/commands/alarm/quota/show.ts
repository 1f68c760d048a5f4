import {Flags, ShowCommand} from '@osc-cli/core'
import {limitsOf} from '#quota'

export default class AlarmQuotaShow extends ShowCommand {
  static override summary = 'Show the alarm quota of a project'
  static override roles = ['reader']
  static override calls = ['GET /v2/quotas']
  static override examples = [{command: 'osc alarm quota show', description: 'Show the quota of the current project'}]
  static override flags = {
    project: Flags.string({description: 'Project (ID; default: the current project)', helpValue: 'PROJECT-ID'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(AlarmQuotaShow)
    const session = await this.session()
    await this.show(limitsOf(await session.get('alarming', '/quotas', {project_id: flags.project || undefined})))
  }
}
