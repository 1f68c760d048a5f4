import {Args, Flags, OscCommand} from '@osc-cli/core'
import {Stack} from '#stack'
import {beforeAction, waitForStack} from '#wait-for-stack'
import {startWaiting} from '#waiting'

export default class StackDelete extends OscCommand {
  static override summary = 'Delete stacks and their resources'
  static override roles = ['member']
  static override calls = [
    'GET /v1/{project_id}/stacks/{name}/{id}',
    'DELETE /v1/{project_id}/stacks/{name}/{id}',
    'GET /v1/{project_id}/stacks/{name}/{id}/events',
  ]
  static override examples = [
    {command: 'osc stack delete --yes --wait web', description: 'Delete a stack without a prompt and wait'},
  ]
  static override args = {
    stack: Args.string({description: 'Stacks to delete (name or ID)', required: true, multiple: true}),
  }
  static override flags = {
    yes: Flags.boolean({char: 'y', description: 'Delete without asking for confirmation'}),
    wait: Flags.boolean({description: 'Wait for completion and print events'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(StackDelete)
    const sure = flags.yes || (await this.confirm(`Delete ${args.stack.join(', ')}?`))
    if (!sure) return await this.note('Nothing was deleted.')
    const session = await this.session()
    const waiting = startWaiting(this, this.runtime)
    await this.each(args.stack, async (stack) => {
      const before = flags.wait ? await beforeAction(session, stack) : undefined
      await this.api(Stack).delete(stack)
      if (before) await waitForStack(waiting, {...before, action: 'DELETE'})
    })
  }
}
