import {Args, ShowCommand} from '@osc-cli/core'
import {CronTrigger, cronTriggerFields} from '#cron-trigger'

export default class CronTriggerShow extends ShowCommand {
  static override summary = 'Show a cron trigger'
  static override roles = ['reader']
  static override columns = Object.keys(cronTriggerFields)
  static override calls = ['GET /v2/cron_triggers/{name}']
  static override seeAlso = ['workflow execution list']
  static override examples = [{command: 'osc cron trigger show nightly', description: 'Its pattern and next run'}]
  static override args = {trigger: Args.string({description: 'Cron trigger (name)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(CronTriggerShow)
    await this.show(await this.api(CronTrigger).find(args.trigger), cronTriggerFields)
  }
}
