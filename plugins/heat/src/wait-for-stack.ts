import {asObject, asText, HttpError, type JsonObject, type OscCommand, type Session, WaitError} from '@osc-cli/core'
import {linkOf, stackEvents} from '#events'
import {failuresOf} from '#failures'
import {createEventLog} from '#format/event-log'
import {stackPath} from '#stack-path'

/** What is waited for. */
export interface StackWait {
  stack: string
  /** Its name where `stack` is an ID, for messages. */
  name?: string
  /** CREATE, UPDATE, DELETE, ...; undefined: whatever the stack is doing. */
  action?: string | undefined
  /** Only events after this one count. */
  marker?: string | undefined
  /** Seconds between two looks. */
  every?: number
}

// After so many looks without an event the stack itself is asked: its last event may have been missed.
const QUIET_LOOKS = 2

/**
 * Waits until the action is over and tells the events meanwhile, on stderr. WaitError with the deepest reasons when the
 * stack ends in a failure.
 */
export async function waitForStack(
  command: OscCommand,
  {stack, name = stack, action, marker, every = 5}: StackWait,
): Promise<void> {
  const session = await command.session()
  const log = createEventLog()
  const isOver = (status: string) => /_(COMPLETE|FAILED)$/.test(status) && (!action || status.startsWith(`${action}_`))
  let quiet = 0
  for (;;) {
    const events = await Array.fromAsync(stackEvents(session, stack, {marker}))
    quiet = events.length === 0 ? quiet + 1 : 0
    marker = asText(events.at(-1)?.id) ?? marker
    for (const line of log(events)) await command.note(line)
    const told = events.filter((event) => isAboutStack(event)).map((event) => asText(event.resource_status) ?? '')
    const over = told.find(isOver) ?? (quiet >= QUIET_LOOKS ? await currentStatus(session, stack, isOver) : undefined)
    if (over !== undefined) {
      if (over.endsWith('_FAILED')) throw await failure(session, stack, name, over)
      return
    }
    await command.pause(every)
  }
}

/** Whether the event is about the stack as a whole: its resource is the stack itself. */
function isAboutStack(event: JsonObject): boolean {
  const id = asText(event.physical_resource_id)
  return (
    id !== undefined &&
    linkOf(event, 'stack')?.split('/').at(-1) === id &&
    linkOf(event, 'root_stack') === linkOf(event, 'stack')
  )
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
    if (error instanceof HttpError && error.failure.status === 404) return 'DELETE_COMPLETE'
    throw error
  }
}

async function failure(session: Session, stack: string, name: string, status: string): Promise<WaitError> {
  const failures = await failuresOf(session, stack, [name])
  const reasons = failures.map(({path, resource}) => {
    const type = asText(resource.resource_type) ?? ''
    return `  ${path} (${type}): ${asText(resource.resource_status_reason) ?? asText(resource.resource_status)}`
  })
  return new WaitError([`Stack ${name} ended in ${status}.`, ...reasons].join('\n'), {
    hint: `More of it: osc stack failures list --long ${name}`,
  })
}
