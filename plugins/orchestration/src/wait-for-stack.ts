import {asObject, asText, HttpError, type JsonObject, type OscCommand, type Session, WaitError} from '@osc-cli/core'
import {lastEventId, linkOf, stackEvents} from '#events'
import {failuresOf} from '#failures'
import {createEventLog} from '#format/event-log'
import {stackPath, wholeStack} from '#stack-path'

/** What is waited for. */
export interface StackWait {
  /** `name/id`: an ID stays valid when the stack is gone, and what has both is not redirected. */
  stack: string
  /** CREATE, UPDATE, DELETE, ...; undefined: whatever the stack is doing. */
  action?: string | undefined
  /** Only events after this one count. */
  marker?: string | undefined
  /** Seconds between two looks; by default soon at first, then ever more seldom. */
  every?: number
}

// After so many looks without an event the stack itself is asked: its last event may have been missed.
const QUIET_LOOKS = 2
const SELDOM = 5

/** Where a stack stands before something is done to it: what comes behind it is waited for. */
export async function beforeAction(session: Session, stack: string): Promise<Pick<StackWait, 'stack' | 'marker'>> {
  const whole = await wholeStack(session, stack)
  return {stack: whole, marker: await lastEventId(session, whole)}
}

/**
 * Waits until the action is over and tells the events meanwhile, on stderr. WaitError with the deepest reasons when the
 * stack ends in a failure.
 */
export async function waitForStack(command: OscCommand, {stack, action, marker, every}: StackWait): Promise<void> {
  const session = await command.session()
  const log = createEventLog()
  const isOver = (status: string) => /_(COMPLETE|FAILED)$/.test(status) && (!action || status.startsWith(`${action}_`))
  const failed: JsonObject[] = []
  let quiet = 0
  for (let look = 1; ; look += 1) {
    const events = await newEvents(session, stack, marker)
    quiet = events.length === 0 ? quiet + 1 : 0
    marker = asText(events.at(-1)?.id) ?? marker
    for (const line of log(events)) await command.note(line)
    failed.push(...events.filter((event) => statusOf(event).endsWith('_FAILED') && !isAboutStack(event)))
    const told = events.filter(isAboutStack).map(statusOf)
    const over = told.find(isOver) ?? (quiet >= QUIET_LOOKS ? await currentStatus(session, stack, isOver) : undefined)
    if (over?.endsWith('_FAILED')) throw await failure(session, stack, over, failed)
    if (over !== undefined) return
    await command.pause(every ?? Math.min(look, SELDOM))
  }
}

/** Events of a stack that is gone may be gone with it. */
async function newEvents(session: Session, stack: string, marker: string | undefined): Promise<JsonObject[]> {
  try {
    return await Array.fromAsync(stackEvents(session, stack, {marker}))
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

const statusOf = (event: JsonObject): string => asText(event.resource_status) ?? ''

/** Whether the event is about the stack as a whole: its resource is the stack itself. */
function isAboutStack(event: JsonObject): boolean {
  const id = asText(event.physical_resource_id)
  return id !== undefined && linkOf(event, 'stack')?.split('/').at(-1) === id
}

/** The stack's status when it is a final one. A stack that is gone has been deleted. */
async function currentStatus(
  session: Session,
  stack: string,
  isOver: (status: string) => boolean,
): Promise<string | undefined> {
  try {
    const answer = await session.get('orchestration', stackPath(stack), {resolve_outputs: false})
    const status = asText(asObject(answer.stack).stack_status) ?? ''
    return isOver(status) ? status : undefined
  } catch (error) {
    if (isMissing(error)) return 'DELETE_COMPLETE'
    throw error
  }
}

const isMissing = (error: unknown): boolean => error instanceof HttpError && error.failure.status === 404

async function failure(
  session: Session,
  stack: string,
  status: string,
  failed: readonly JsonObject[],
): Promise<WaitError> {
  const name = stack.split('/')[0] ?? stack
  const now = await failuresOf(session, stack, [name])
  // A rollback may have taken them away already.
  const told = failed.map((event) => ({path: `${name}.${asText(event.resource_name) ?? '?'}`, resource: event}))
  const reasons = (now.length > 0 ? now : told).map(({path, resource}) => {
    const type = asText(resource.resource_type)
    const reason = asText(resource.resource_status_reason) ?? asText(resource.resource_status)
    return `  ${path}${type === undefined ? '' : ` (${type})`}: ${reason}`
  })
  return new WaitError([`Stack ${name} ended in ${status}.`, ...reasons].join('\n'), {
    hint: `More of it: osc stack failures list --long ${name}`,
    facts: {name},
  })
}
