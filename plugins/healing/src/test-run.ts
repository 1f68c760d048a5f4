import {asText, type CommandContext, type JsonObject, WaitError, waitForExecution} from '@osc-cli/core'
import {type Healing, stateOf} from '#healing'
import {runOf} from '#runs'
import {postMessage, runs} from '#services'

/** A step between the alarm and the workflow. */
export type Hop = {
  hop: string
  result: string
  seconds: number | null
}

type Context = Pick<CommandContext, 'session' | 'runtime' | 'now' | 'waitUntil'>

/** Seconds to wait for the workflow to start, and then to end. */
const DELIVERY = 15
const WORKFLOW = 120

/**
 * Posts a message as of an alarm about a server, and yields each step with its duration. WaitError when Zaqar does not
 * deliver it, or the workflow does not end. By default there is no such server, so that nothing is replaced.
 */
export async function* testRun(
  context: Context,
  healing: Healing,
  server: string = crypto.randomUUID(),
): AsyncGenerator<Hop> {
  const session = await context.session()
  const start = context.now()
  let before = start
  /** Seconds since the previous step. */
  const seconds = () => {
    const now = context.now()
    const duration = Math.round((now - before) / 100) / 10
    before = now
    return duration
  }
  yield {hop: 'alarm', result: `${stateOf(healing)}, on ${healing.event ?? 'no event'}`, seconds: null}

  const earlier = new Set((await runs(session, healing.name, 20)).map(({id}) => id))
  await postMessage(session, healing.name, notification(healing, server, new Date(start).toISOString()))
  yield {hop: 'queue', result: `Message posted to ${healing.name}`, seconds: seconds()}

  const end = context.now() + DELIVERY * 1000
  const begun = await context.waitUntil({
    what: 'message',
    async poll() {
      const found = await runs(session, healing.name, 20)
      return (
        found.find(({id, input}) => !earlier.has(id) && asText(input)?.includes(server)) ?? {state: 'not delivered'}
      )
    },
    stateKey: 'state',
    until: ({id}) => id !== undefined || context.now() >= end,
    every: 0.5,
  })
  if (begun.id === undefined)
    throw new WaitError(`The message was not delivered to Mistral within ${DELIVERY} seconds.`, {
      hint: 'Ask the operator to set message_pipeline to zaqar.notification.notifier in [storage] of zaqar.conf.',
    })
  yield {hop: 'delivery', result: `Execution ${begun.id} started`, seconds: seconds()}

  const id = String(begun.id)
  const ended = await waitForExecution(context, id, {
    what: `workflow execution ${id}`,
    every: 0.5,
    timeout: WORKFLOW,
  })
  const {state, result} = runOf(ended)
  yield {hop: 'workflow', result: result === '' ? state : `${state}: ${result}`, seconds: seconds()}
}

/** What Aodh posts when an event alarm fires. */
const notification = ({name, alarm, event}: Healing, server: string, time: string): JsonObject => ({
  alarm_name: name,
  alarm_id: alarm?.alarm_id ?? null,
  severity: 'low',
  previous: 'ok',
  current: 'alarm',
  reason: 'Test by osc',
  reason_data: {type: 'event', event: {event_type: event ?? '', traits: [['instance_id', 1, server]], generated: time}},
})
