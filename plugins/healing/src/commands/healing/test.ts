import {Args, Flags, InterruptedError, ListCommand} from '@osc-cli/core'
import {healingOf} from '#healing'
import {REPLACE_SERVER} from '#names'
import {serverOf} from '#resources'
import {healingSession} from '#session'
import {type Hop, testRun} from '#test-run'

export default class HealingTest extends ListCommand {
  static override summary = 'Test whether messages start the workflow'
  static override description =
    'Posts a message about a server that does not exist, as Aodh would, and lists each step with its duration in seconds. ' +
    'The default workflow changes nothing; a workflow of your own may act on the message. The alarm is not triggered. ' +
    'With --resource, the message reports the server of this resource as lost, and Heat replaces it.'
  static override roles = ['member']
  static override calls = [
    'GET /v2/alarms',
    'GET /v2/queues/{name}/subscriptions',
    'POST /v2/queues/{name}/messages',
    'GET /v2/executions',
    'GET /v2/executions/{id}',
    'GET /v1/{project_id}/stacks/{name}/{id}/resources',
  ]
  static override seeAlso = ['healing show', 'healing enable']
  static override examples = [
    {command: 'osc healing test web', description: 'Check that messages start the workflow'},
    {command: 'osc healing test web --resource server', description: 'Replace a resource, as if its server were lost'},
  ]
  static override args = {stack: Args.string({description: 'Stack (name)', required: true})}
  static override flags = {
    resource: Flags.string({description: 'Resource to replace (name)', helpValue: 'NAME'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(HealingTest)
    const {resource} = flags
    const session = await healingSession(this)
    const healing = await healingOf(session, args.stack)
    const {workflow = ''} = healing
    const server = resource === undefined ? undefined : await serverOf(session, args.stack, resource)
    const question =
      resource === undefined
        ? `Run workflow ${workflow} with a test message?`
        : `Report the server of resource ${resource} as lost, and run workflow ${workflow}?`
    const isHarmless = workflow === REPLACE_SERVER && resource === undefined
    if (!isHarmless && !(await this.confirm(question))) throw new InterruptedError('Cancelled.')
    const hops: Hop[] = []
    try {
      for await (const hop of testRun(this, healing, server)) hops.push(hop)
    } finally {
      await this.table({Hop: 'hop', Result: 'result', Seconds: 'seconds'}, hops)
    }
  }
}
