import {OutageError, pollThroughOutages} from '#cloud/outage'
import {HttpError, WaitError} from '#errors'
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
  /** What is being done to it, for messages: `created`; default: `deleted` for `gone`. */
  doing?: string | undefined
  /** Command that ends what is going on, for messages: `osc server delete web`. */
  stop?: string | undefined
}

/**
 * Polls until it is so; the record as it was last, empty when it is gone. WaitError when it fails or takes too long,
 * OutageError when the service stays away. Whatever else ends the wait, a note says what continues, and how to follow or stop it.
 */
export async function waitUntil(waiter: Waiter, options: WaitFor): Promise<JsonObject> {
  const {what, until, follow, stop, doing = until === 'gone' ? 'deleted' : undefined} = options
  const continues =
    doing === undefined
      ? `The operation on ${what} continues in the cloud.`
      : `${upperFirst(what)} is still being ${doing}.`
  const ways = [follow && `Follow it with: ${follow}`, stop && `Stop it with: ${stop}`].filter(Boolean)
  const how = ways.join('\n') || undefined
  try {
    return await pollUntil(waiter, options)
  } catch (error) {
    if (error instanceof OutageError)
      throw new OutageError(`${error.message}\n${continues}`, {hint: how, cause: error.cause})
    const isOver = error instanceof WaitError || HttpError.is(error, 404)
    if (!isOver) await waiter.note([continues, how].filter(Boolean).join('\n'))
    throw error
  }
}

async function pollUntil(waiter: Waiter, options: WaitFor): Promise<JsonObject> {
  const {what, until, failed = ['ERROR'], stateKey = 'status', every, timeout, follow} = options
  const hint = follow === undefined ? undefined : `Follow it with: ${follow}`
  const begin = waiter.now()
  const elapsed = () => Math.round((waiter.now() - begin) / 1000)
  const poll = async (): Promise<JsonObject | undefined> => {
    const record = await orGone(options.poll, until === 'gone')
    if (record === 'gone') return {}
    const state = asText(record[stateKey]) ?? ''
    const done = typeof until === 'function' ? until(record) : until !== 'gone' && isAmong(state, until)
    if (done) return record
    if (isAmong(state, failed)) throw new WaitError(failure(what, state, record, options.reason), {hint})
    if (timeout !== undefined && elapsed() >= timeout)
      throw new WaitError(
        `${upperFirst(what)} ${state ? `is still ${state}` : 'still exists'} after ${timeout} seconds.`,
        {hint},
      )
    const percent = asText(record.progress)
    await waiter.progress(`${what}: ${state}${percent ? ` ${percent} %` : ''}, ${elapsed()} s`)
    return undefined
  }
  return await pollThroughOutages(waiter, poll, (round) => every ?? Math.min(round, 2))
}

async function orGone(poll: () => Promise<JsonObject>, mayBeGone: boolean): Promise<JsonObject | 'gone'> {
  try {
    return await poll()
  } catch (error) {
    if (mayBeGone && HttpError.is(error, 404)) return 'gone'
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
