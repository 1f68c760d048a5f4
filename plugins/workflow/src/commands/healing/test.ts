import {Args, InterruptedError, ListCommand} from '@osc-cli/core'
import {healingOf} from '#healing/healing'
import {REPLACE_SERVER} from '#healing/names'
import {healingSession} from '#healing/session'
import {type Hop, testRun} from '#healing/test-run'

export default class HealingTest extends ListCommand {
  static override summary = 'Test whether messages start the workflow'
  static override description =
    'Posts a message about a server that does not exist, as Aodh would, and lists each step with the seconds since the start. ' +
    'The default workflow changes nothing; a workflow of your own may act on the message. The alarm is not triggered.'
  static override roles = ['member']
  static override calls = [
    'GET /v2/alarms',
    'GET /v2/queues/{name}/subscriptions',
    'POST /v2/queues/{name}/messages',
    'GET /v2/executions',
    'GET /v2/executions/{id}',
  ]
  static override seeAlso = ['healing show', 'healing enable']
  static override examples = [{command: 'osc healing test web', description: 'Check that messages start the workflow'}]
  static override args = {stack: Args.string({description: 'Stack (name)', required: true})}

  async run(): Promise<void> {
    const {args} = await this.parse(HealingTest)
    const healing = await healingOf(await healingSession(this), args.stack)
    const {workflow = ''} = healing
    if (workflow !== REPLACE_SERVER && !(await this.confirm(`Run workflow ${workflow} with a test message?`)))
      throw new InterruptedError('Cancelled.')
    const hops: Hop[] = []
    try {
      for await (const hop of testRun(this, healing)) hops.push(hop)
    } finally {
      await this.table({Hop: 'hop', Result: 'result', Seconds: 'seconds'}, hops)
    }
  }
}
