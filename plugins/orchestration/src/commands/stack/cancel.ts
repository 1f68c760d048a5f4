import {ConflictError, Flags} from '@osc-cli/core'
import {actionArgs, actionFlags, StackActionCommand} from '#stack-action'

export default class StackCancel extends StackActionCommand {
  static override summary = 'Cancel the creation or update of stacks'
  static override roles = ['member']
  static override calls = [
    'GET /v1/{project_id}/stacks/{name}/{id}',
    'POST /v1/{project_id}/stacks/{name}/{id}/actions',
    'GET /v1/{project_id}/stacks/{name}/{id}/events',
  ]
  static override examples = [
    {command: 'osc stack cancel web', description: 'Cancel an update and roll it back'},
    {command: 'osc stack cancel --no-rollback web', description: 'Cancel a creation or an update without a rollback'},
  ]
  static override args = actionArgs
  static override flags = {
    ...actionFlags,
    'no-rollback': Flags.boolean({description: 'Keep the changes made so far; also cancels a creation'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(StackCancel)
    const fitting = flags['no-rollback'] ? ['CREATE_IN_PROGRESS', 'UPDATE_IN_PROGRESS'] : ['UPDATE_IN_PROGRESS']
    await this.each(args.stack, async (stack) => {
      const status = await this.statusOf(stack)
      if (fitting.includes(status)) return
      throw new ConflictError(`Stack ${stack} cannot be cancelled in state ${status}.`, {
        hint:
          status === 'CREATE_IN_PROGRESS'
            ? 'Use --no-rollback to cancel a creation.'
            : `Wait for one of these states: ${fitting.join(', ')}.`,
        facts: {state: status},
      })
    })
    await this.act(
      args.stack,
      flags['no-rollback'] ? 'cancel_without_rollback' : 'cancel_update',
      undefined,
      flags.wait,
    )
  }
}
