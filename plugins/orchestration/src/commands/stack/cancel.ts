import {ConflictError, Flags} from '@osc-cli/core'
import {actionArgs, actionFlags, StackActionCommand} from '#stack-action'

export default class StackCancel extends StackActionCommand {
  static override summary = 'Cancel what is being done to stacks: an update, or with --no-rollback a creation too.'
  static override roles = ['member']
  static override calls = [
    'GET /v1/{project_id}/stacks/{name}/{id}',
    'POST /v1/{project_id}/stacks/{name}/{id}/actions',
    'GET /v1/{project_id}/stacks/{name}/{id}/events',
  ]
  static override examples = [
    {command: 'osc stack cancel web', description: 'Stop the update and go back to how it was'},
    {command: 'osc stack cancel --no-rollback web', description: 'Stop and leave it as it is'},
  ]
  static override args = actionArgs
  static override flags = {
    ...actionFlags,
    'no-rollback': Flags.boolean({description: 'Leave what has been done so far.'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(StackCancel)
    const fitting = flags['no-rollback'] ? ['CREATE_IN_PROGRESS', 'UPDATE_IN_PROGRESS'] : ['UPDATE_IN_PROGRESS']
    await this.each(args.stack, async (stack) => {
      const status = await this.statusOf(stack)
      if (fitting.includes(status)) return
      throw new ConflictError(`Stack ${stack} is ${status}: there is nothing to cancel.`, {
        hint:
          status === 'CREATE_IN_PROGRESS'
            ? 'A creation can only be cancelled with --no-rollback.'
            : `Only ${fitting.join(' and ')} can be cancelled.`,
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
