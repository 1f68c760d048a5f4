import {Args, asText, Flags, type JsonObject, ListCommand, pollThroughOutages, type Session} from '@osc-cli/core'
import {Stack, stackColumns} from '#stack'
import {stackPath} from '#stack-path'
import {beforeAction, waitForStack} from '#wait-for-stack'
import {startWaiting} from '#waiting'

/** The arguments and options of an action on stacks: `check`, `suspend`, ... */
export const actionArgs = {
  stack: Args.string({description: 'Stacks (name or ID)', required: true, multiple: true}),
}
export const actionFlags = {
  wait: Flags.boolean({description: 'Wait for completion and print events'}),
}

// https://docs.openstack.org/api-ref/orchestration/v1/#perform-an-action-on-a-stack
export const sendAction = (session: Session, stack: string, action: string) =>
  session.request({
    service: 'orchestration',
    method: 'POST',
    path: `${stackPath(stack)}/actions`,
    body: {[action]: null},
  })

/** A command that sends an action to stacks and lists them afterwards. */
export abstract class StackActionCommand extends ListCommand {
  /** Sends `action` to each stack; with `wait`, waits until `status` (for example SUSPEND) has ended. */
  protected async act(
    stacks: readonly string[],
    action: string,
    status: string | undefined,
    wait: boolean,
  ): Promise<void> {
    const session = await this.session()
    const waiting = startWaiting(this, this.runtime)
    const rows = await this.each(stacks, async (stack): Promise<JsonObject> => {
      const before = wait ? await beforeAction(session, stack) : undefined
      await sendAction(session, stack, action)
      if (before) await waitForStack(waiting, {...before, action: status})
      return await pollThroughOutages(
        this,
        () => this.api(Stack).get(stack),
        () => 1,
      )
    })
    await this.table(stackColumns, rows)
  }

  /** The current status, for example CREATE_COMPLETE. */
  protected async statusOf(stack: string): Promise<string> {
    return asText((await this.api(Stack).get(stack, {resolve_outputs: false})).stack_status) ?? ''
  }
}
