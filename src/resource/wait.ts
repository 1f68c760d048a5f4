import {isTransient} from '#cloud/transient'
import {HttpError, InterruptedError, WaitError} from '#errors'
import {asText, type JsonObject} from '#json'

/** What a wait needs of the command. */
export interface Waiter {
  pause(seconds: number): Promise<void>
  /** A line that the next one replaces, on a terminal only. */
  progress(text: string): Promise<void>
  /** A line for people. */
  note(message: string): Promise<void>
  /** Milliseconds since the epoch. */
  now(): number
}

/** What to wait for, and how. */
export interface WaitFor {
  /** What is waited for, in messages: `server web`. */
  what: string
  /** Gets the record as it is now. */
  poll: () => Promise<JsonObject>
  /** States that end the wait, or a test of the record; `gone`: until there is none. Case does not matter. */
  until: readonly string[] | ((record: JsonObject) => boolean) | 'gone'
  /** States that it will not leave any more. Default: `ERROR`. */
  failed?: readonly string[]
  /** Why it failed, from the record; default: its `fault.message`. */
  reason?: (record: JsonObject) => string | undefined
  /** The record's key of its state. Default `status`. */
  stateKey?: string
  /** Seconds between polls; default: one, then two. */
  every?: number | undefined
  /** Seconds after which the wait ends with a WaitError; default: none. */
  timeout?: number | undefined
  /** Command that shows how it goes on, for messages: `osc server show web`. */
  follow?: string
}

/** An outage of the service is bridged this long while waiting, as the work goes on without us. */
const OUTAGE_SECONDS = 60

/**
 * Polls until it is so; the record as it was last, empty when it is gone. WaitError when it fails or takes too long.
 * Connection failures, 429 and 5xx are retried for a minute. Who interrupts it reads what continues, and how to follow it.
 */
export async function waitUntil(waiter: Waiter, options: WaitFor): Promise<JsonObject> {
  const {what, follow} = options
  try {
    return await pollUntil(waiter, options)
  } catch (error) {
    const how = follow === undefined ? '' : `\nFollow it with: ${follow}`
    if (error instanceof InterruptedError) await waiter.note(`The work on ${what} continues in the cloud.${how}`)
    throw error
  }
}

async function pollUntil(waiter: Waiter, options: WaitFor): Promise<JsonObject> {
  const {what, until, failed = ['ERROR'], stateKey = 'status', every, timeout, follow} = options
  const hint = follow === undefined ? undefined : `Follow it with: ${follow}`
  const begin = waiter.now()
  const elapsed = () => Math.round((waiter.now() - begin) / 1000)
  let answered = begin
  for (let polls = 1; ; polls += 1) {
    const record = await pollOnce(options.poll, until === 'gone', () => waiter.now() - answered > OUTAGE_SECONDS * 1000)
    if (record === 'gone') return {}
    if (record !== 'outage') {
      answered = waiter.now()
      const state = asText(record[stateKey]) ?? ''
      const done = typeof until === 'function' ? until(record) : until !== 'gone' && isAmong(state, until)
      if (done) return record
      if (isAmong(state, failed)) throw new WaitError(failure(what, state, record, options.reason), {hint})
      if (timeout !== undefined && elapsed() >= timeout)
        throw new WaitError(`${upperFirst(what)} is still ${state || 'there'} after ${timeout} seconds.`, {hint})
      const percent = asText(record.progress)
      await waiter.progress(`${what}: ${state}${percent ? ` ${percent} %` : ''}, ${elapsed()} s`)
    }
    await waiter.pause(every ?? Math.min(polls, 2))
  }
}

async function pollOnce(
  poll: () => Promise<JsonObject>,
  mayBeGone: boolean,
  isOver: () => boolean,
): Promise<JsonObject | 'gone' | 'outage'> {
  try {
    return await poll()
  } catch (error) {
    const status = error instanceof HttpError ? error.failure.status : undefined
    if (mayBeGone && status === 404) return 'gone'
    if (isTransient(error) && !isOver()) return 'outage'
    throw error
  }
}

const isAmong = (state: string, states: readonly string[]): boolean =>
  states.some((one) => one.toLowerCase() === state.toLowerCase())

function failure(what: string, state: string, record: JsonObject, reason = faultOf): string {
  const why = reason(record)
  return `${upperFirst(what)} is in state ${state}${why ? `: ${why}` : '.'}`
}

function faultOf({fault}: JsonObject): string | undefined {
  return typeof fault === 'object' && fault !== null && 'message' in fault ? asText(fault.message) : undefined
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
