import {Args, asObject, Flags, ShowCommand} from '@osc-cli/core'
import {limitsOf} from '#quota'

export default class AlarmQuotaSet extends ShowCommand {
  static override summary = 'Set the alarm quota of a project'
  static override roles = ['admin']
  static override calls = ['POST /v2/quotas']
  static override examples = [
    {
      command: 'osc alarm quota set --alarm 50 3f2a7c9d1b8e4a6f9c0d5e7b2a1f4c8d',
      description: 'Allow 50 alarms in a project',
    },
  ]
  static override args = {
    project: Args.string({description: 'Project (ID)', required: true}),
  }
  static override flags = {
    alarm: Flags.integer({description: 'Maximum number of alarms (-1: unlimited)', helpValue: 'NUMBER', min: -1}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(AlarmQuotaSet)
    const quotas = flags.alarm === undefined ? [] : [{resource: 'alarms', limit: flags.alarm}]
    const session = await this.session()
    const body = {project_id: args.project, quotas}
    const answer = await session.request({service: 'alarming', method: 'POST', path: '/quotas', body})
    await this.show(limitsOf(asObject(await answer.json())))
  }
}
