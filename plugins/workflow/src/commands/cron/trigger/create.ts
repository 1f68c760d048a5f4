import {Args, Flags, ShowCommand} from '@osc-cli/core'
import {CronTrigger, cronTriggerFields} from '#cron-trigger'
import {firstTime} from '#first-time'
import {paramsFlag, triggerInput} from '#trigger'
import {nameOrId} from '#uuid'

export default class CronTriggerCreate extends ShowCommand {
  static override summary = 'Run a workflow at fixed times'
  static override roles = ['member']
  static override calls = ['POST /v2/cron_triggers']
  static override seeAlso = ['cron trigger show', 'workflow execution list']
  static override examples = [
    {command: `osc cron trigger create nightly backup --pattern '0 2 * * *'`, description: 'Every night at two'},
    {
      command: `osc cron trigger create once backup --first-time '2031-01-31 12:00' --utc --count 1`,
      description: 'Once, at a given time',
    },
  ]
  static override args = {
    name: Args.string({description: 'Name of the new trigger', required: true}),
    workflow: Args.string({description: 'Workflow (name or ID)', required: true}),
    input: Args.string({description: 'Workflow input: JSON or a file'}),
  }
  static override flags = {
    ...paramsFlag,
    pattern: Flags.string({description: 'Cron pattern (minute hour day month weekday)', helpValue: 'PATTERN'}),
    'first-time': Flags.string({
      description: 'Time of the first run, local unless --utc is given',
      helpValue: 'YYYY-MM-DD HH:MM',
    }),
    count: Flags.integer({description: 'Number of runs (default: no limit)', helpValue: 'NUMBER'}),
    utc: Flags.boolean({description: 'Read --first-time as UTC'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(CronTriggerCreate)
    const body = {
      name: args.name,
      pattern: flags.pattern ?? null,
      first_execution_time: firstTime(flags['first-time'], flags.utc) ?? null,
      remaining_executions: flags.count ?? null,
      ...nameOrId('workflow', args.workflow),
      ...(await triggerInput(this, args.input, flags.params)),
    }
    await this.show(await this.api(CronTrigger).create(body), cronTriggerFields)
  }
}
