import {asObject, OutageError, pollThroughOutages, type Session, WaitError} from '@osc-cli/core'
import {lastEventId} from '#events'
import {actionTexts} from '#stack-actions'
import {stackPath, wholeStack} from '#stack-path'
import type {Waiting} from '#waiting'
import {watchStack} from '#watch-stack'

/** What is waited for. */
export interface StackWait {
  /** `name/id`: an ID stays valid when the stack is deleted, and a path with both is not redirected. */
  stack: string
  /** CREATE, UPDATE, DELETE, ...; undefined: whatever the stack is doing. */
  action?: string | undefined
  /** Only events after this one count. */
  marker?: string | undefined
  /** Seconds between polls; by default 1 at first, then up to 5. */
  every?: number
}

/** The state of a stack before an action: what happens after this is waited for. */
export async function beforeAction(session: Session, stack: string): Promise<Pick<StackWait, 'stack' | 'marker'>> {
  const whole = await wholeStack(session, stack)
  return {stack: whole, marker: await lastEventId(session, whole)}
}

/**
 * Waits for the action to end, through outages of the service, and prints the stack's events on stderr. When the stack
 * fails, its rollback is waited for too; then WaitError with the deepest reasons. Whatever else ends the wait, a note
 * says that the stack continues.
 */
export async function waitForStack(waiting: Waiting, wait: StackWait): Promise<void> {
  const name = wait.stack.split('/')[0] ?? wait.stack
  let action = wait.action
  try {
    const session = await waiting.session()
    const watch = watchStack(waiting, session, wait)
    const status = await watch.until(action, (next) => isFinal(next, action))
    if (status === 'DELETE_COMPLETE' && action !== undefined && action !== 'DELETE') throw deleted(name)
    if (!status.endsWith('_FAILED')) return
    const reasons = await watch.reasons()
    if (!(await rollsBack(waiting, wait.stack, status))) throw failed(name, status, undefined, reasons)
    action = 'ROLLBACK'
    const rollback = await watch.until(action, (next) => isFinal(next, action) || next === status)
    throw failed(name, status, rollback === status ? undefined : rollback, reasons)
  } catch (error) {
    if (error instanceof OutageError) throw givenUp(name, action, error)
    if (!(error instanceof WaitError)) await waiting.note(stillRunning(name, action, waiting.program))
    throw error
  } finally {
    waiting.progress.set(name, undefined)
    await waiting.progress.erase()
  }
}

const isFinal = (status: string, action: string | undefined): boolean =>
  status === 'DELETE_COMPLETE' ||
  (/_(COMPLETE|FAILED)$/.test(status) && (action === undefined || status.startsWith(`${action}_`)))

/** Whether Heat undoes what failed. */
async function rollsBack(waiting: Waiting, stack: string, status: string): Promise<boolean> {
  if (status !== 'CREATE_FAILED' && status !== 'UPDATE_FAILED') return false
  const session = await waiting.session()
  const read = () => session.get('orchestration', stackPath(stack), {resolve_outputs: false})
  const answer = await pollThroughOutages(waiting, read, () => 1)
  return asObject(answer.stack).disable_rollback === false
}

function failed(name: string, status: string, rollback: string | undefined, reasons: readonly string[]): WaitError {
  const first = `Stack ${name} ${actionTexts(status).failed} (${status})`
  const second =
    rollback === undefined
      ? ''
      : rollback === 'ROLLBACK_COMPLETE'
        ? ` and was rolled back (${rollback})`
        : ` and the rollback failed too (${rollback})`
  // After a rollback nothing in the stack is failed any more.
  const details =
    rollback === 'ROLLBACK_COMPLETE'
      ? `osc stack event list --nested-depth 5 ${name}`
      : `osc stack failures list --long ${name}`
  return new WaitError([`${first}${second}.`, ...reasons].join('\n'), {hint: `Details: ${details}`, facts: {name}})
}

const deleted = (name: string): WaitError =>
  new WaitError(`Stack ${name} was deleted during the wait.`, {
    hint: 'List deleted stacks: osc stack list --deleted',
    facts: {name},
  })

const givenUp = (name: string, action: string | undefined, outage: OutageError): WaitError =>
  new WaitError(`${outage.message}\nStack ${name} is still ${actionTexts(action).running}.`, {
    hint: `Follow it: osc stack event list --follow ${name}`,
    facts: {name},
    cause: outage,
  })

/** What continues in the cloud, and the command lines that follow and stop it. */
function stillRunning(name: string, action: string | undefined, program: string): string {
  const {running, stop} = actionTexts(action)
  return [
    `Stack ${name} is still ${running}.`,
    `Follow it: ${program} stack event list --follow ${name}`,
    ...(stop === undefined ? [] : [`Stop it: ${program} ${stop} ${name}`]),
  ].join('\n')
}
