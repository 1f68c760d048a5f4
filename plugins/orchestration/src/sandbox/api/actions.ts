import type {Answer, Call, Routes} from '@osc-cli/core/sandbox'
import {findLiveStack} from '#sandbox/api/find-stack'
import type {Context} from '#sandbox/engine/context'
import {rollBack} from '#sandbox/engine/converge'
import {perform, type StackAction} from '#sandbox/engine/perform'
import type {StackRecord} from '#sandbox/engine/records'
import {setStackState} from '#sandbox/engine/states'
import {actionInProgress, invalidRequest, notSupported} from '#sandbox/failures'

const ACTIONS: Readonly<Record<string, (context: Context, stack: StackRecord) => void>> = {
  suspend: (context, stack) => act(context, stack, 'SUSPEND'),
  resume: (context, stack) => act(context, stack, 'RESUME'),
  check: (context, stack) => act(context, stack, 'CHECK'),
  cancel_update(context, stack) {
    refuseUnless(stack, ['UPDATE'])
    void rollBack(context, stack.id)
  },
  cancel_without_rollback({world}, stack) {
    refuseUnless(stack, ['UPDATE', 'CREATE'])
    const running = world.running.get(stack.id)
    if (running) running.isStale = true
    setStackState(world, stack.id, stack.action, 'FAILED', `Stack ${stack.action} cancelled`)
  },
}

/** POST /stacks/NAME/ID/actions. */
export function actionRoutes(context: Context): Routes {
  return {
    'POST /v1/:project/stacks/:name/:id/actions': (call: Call): Answer => {
      const stack = findLiveStack(context, call)
      const [name, ...others] = Object.keys(call.body)
      if (name === undefined) throw invalidRequest('No action specified')
      if (others.length > 0) throw invalidRequest('Multiple actions specified')
      const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined
      if (!action) throw invalidRequest(`Invalid action ${name} specified`)
      action(context, stack)
      return {body: null}
    },
  }
}

function act(context: Context, stack: StackRecord, action: StackAction): void {
  refuseBusy(stack)
  // Already suspended or resumed: Heat does nothing.
  if (stack.action === action && stack.status === 'COMPLETE' && action !== 'CHECK') return
  void perform(context, stack.id, action)
}

export function refuseBusy({name, action, status}: StackRecord): void {
  if (status === 'IN_PROGRESS') throw actionInProgress(name, action)
}

function refuseUnless({action, status}: StackRecord, actions: readonly string[]): void {
  if (status !== 'IN_PROGRESS' || !actions.includes(action))
    throw notSupported(`Cancelling update when stack is ${action}_${status}`)
}
