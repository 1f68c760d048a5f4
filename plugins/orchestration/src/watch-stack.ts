import {
  asObject,
  asText,
  ConnectionError,
  HttpError,
  type JsonObject,
  pollThroughOutages,
  type Session,
} from '@osc-cli/core'
import {eventReader, linkOf} from '#events'
import {failuresOf} from '#failures'
import {createEventLog} from '#format/event-log'
import {createResourceProgress} from '#resource-progress'
import {stackPath} from '#stack-path'
import type {StackWait} from '#wait-for-stack'
import type {Waiting} from '#waiting'

/** Follows a stack by its events and prints them on stderr. */
export interface StackWatch {
  /** Resolves to the first status that `isFinal` accepts. A deleted stack is DELETE_COMPLETE. */
  until(action: string | undefined, isFinal: (status: string) => boolean): Promise<string>
  /** Why the stack failed, one line for each failed resource. */
  reasons(): Promise<string[]>
}

// After this many polls without an event the stack itself is read: its last event may have been missed.
const QUIET_POLLS = 2
const LONGEST_PAUSE = 5

export function watchStack(waiting: Waiting, session: Session, wait: StackWait): StackWatch {
  const {stack, every} = wait
  const name = stack.split('/')[0] ?? stack
  const log = createEventLog()
  const failed: JsonObject[] = []
  const readEvents = eventReader(session, stack, {marker: wait.marker})
  let quiet = 0

  /** The stack's statuses since the last poll, oldest first. */
  async function newStatuses(): Promise<string[]> {
    const events = await orNone(readEvents)
    quiet = events.length === 0 ? quiet + 1 : 0
    for (const line of log(events)) await waiting.note(line)
    failed.push(...events.filter((event) => statusOf(event).endsWith('_FAILED') && !isAboutStack(event)))
    return events.filter(isAboutStack).map(statusOf)
  }

  return {
    async until(action, isFinal) {
      const progress = createResourceProgress(session, stack, action)
      let latest = action === undefined ? 'in progress' : `${action}_IN_PROGRESS`
      const poll = async (): Promise<string | undefined> => {
        const statuses = await newStatuses()
        const current = quiet >= QUIET_POLLS ? [await currentStatus(session, stack)] : []
        const final = [...statuses, ...current].find(isFinal)
        if (final !== undefined) return final
        latest = statuses.at(-1) ?? latest
        if (waiting.progress.enabled) waiting.progress.set(name, await progress(latest))
        return undefined
      }
      return await pollThroughOutages(waiting, poll, (round) => every ?? Math.min(round, LONGEST_PAUSE))
    },
    async reasons() {
      const remaining = await remainingFailures(session, stack, name)
      const events = failed.map((event) => ({path: `${name}.${asText(event.resource_name) ?? '?'}`, resource: event}))
      return (remaining.length > 0 ? remaining : events).map(({path, resource}) => {
        const type = asText(resource.resource_type)
        const reason = asText(resource.resource_status_reason) ?? asText(resource.resource_status)
        return `  ${path}${type === undefined ? '' : ` (${type})`}: ${reason}`
      })
    },
  }
}

/** None when they cannot be read any more: a rollback may have deleted them, and the events have the reasons too. */
async function remainingFailures(session: Session, stack: string, name: string) {
  try {
    return await failuresOf(session, stack, name)
  } catch (error) {
    if (error instanceof HttpError || error instanceof ConnectionError) return []
    throw error
  }
}

/** The events of a deleted stack may be deleted with it. */
async function orNone(readEvents: () => Promise<JsonObject[]>): Promise<JsonObject[]> {
  try {
    return await readEvents()
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

async function currentStatus(session: Session, stack: string): Promise<string> {
  try {
    const answer = await session.get('orchestration', stackPath(stack), {resolve_outputs: false})
    return asText(asObject(answer.stack).stack_status) ?? ''
  } catch (error) {
    if (isMissing(error)) return 'DELETE_COMPLETE'
    throw error
  }
}

const isMissing = (error: unknown): boolean => HttpError.is(error, 404)
