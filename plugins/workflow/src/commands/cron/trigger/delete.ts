import {Args, OscCommand} from '@osc-cli/core'
import {accepted} from '#accepted'
import {CronTrigger} from '#cron-trigger'

export default class CronTriggerDelete extends OscCommand {
  static override summary = 'Delete cron triggers'
  static override roles = ['member']
  static override calls = ['DELETE /v2/cron_triggers/{name}']
  static override seeAlso = ['cron trigger list']
  static override examples = [{command: 'osc cron trigger delete nightly', description: 'Delete one trigger'}]
  static override args = {
    trigger: Args.string({description: 'Cron triggers to delete (names)', required: true, multiple: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(CronTriggerDelete)
    await this.each(args.trigger, async (name) => {
      await this.api(CronTrigger).delete(name)
      await this.print(accepted('cron trigger', name))
    })
  }
}
