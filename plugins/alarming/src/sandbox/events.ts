import {asArray, asObject, asText, type Json, type JsonObject} from '@osc-cli/core'
import {postLocally, type SandboxCloud} from '@osc-cli/core/sandbox'

/** An event of another service, as it is on the message bus. */
export interface SandboxEvent {
  event_type: string
  /** Names and values: `instance_id`, `project_id`. */
  traits: Readonly<Record<string, string>>
}

/** What other services may ask of the sandbox's Aodh. */
export interface AlarmApi {
  /** Fires the event alarms of the project that the event is about. */
  event(event: SandboxEvent): void
}

/** What Zaqar's sandbox is asked for. */
interface QueueApi {
  post(projectId: string, queue: string, body: Json): void
}

const COMPARE: Readonly<Record<string, (a: string, b: string) => boolean>> = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  lt: (a, b) => Number(a) < Number(b),
  le: (a, b) => Number(a) <= Number(b),
  gt: (a, b) => Number(a) > Number(b),
  ge: (a, b) => Number(a) >= Number(b),
}

/** Whether an event alarm fires on an event: its type with wildcards, and all conditions on traits. */
export function firesOn(alarm: JsonObject, {event_type, traits}: SandboxEvent): boolean {
  if (alarm.type !== 'event' || alarm.enabled === false || alarm.project_id !== traits.project_id) return false
  const rule = asObject(alarm.event_rule)
  const pattern = (asText(rule.event_type) ?? '*').replace(/[^\w*]/g, '\\$&').replaceAll('*', '.*')
  if (!new RegExp(`^${pattern}$`).test(event_type)) return false
  return asArray(rule.query)
    .map(asObject)
    .every(({field, op, value}) => {
      const actual = traits[(asText(field) ?? '').replace(/^traits\./, '')]
      return actual !== undefined && COMPARE[asText(op) ?? 'eq']?.(actual, asText(value) ?? '') === true
    })
}

/** Sends what Aodh posts about an alarm to queues and to web servers on this machine; others are not called. */
export function act(cloud: SandboxCloud, alarm: JsonObject, previous: Json, {event_type, traits}: SandboxEvent): void {
  const listed = Object.entries(traits).map(([name, value]): Json => [name, 1, value])
  const notice = {
    alarm_id: alarm.alarm_id ?? null,
    alarm_name: alarm.name ?? null,
    severity: alarm.severity ?? null,
    previous,
    current: 'alarm',
    reason: `Event <${event_type}> hits the query of the alarm.`,
    reason_data: {type: 'event', event: {event_type, traits: listed, generated: cloud.now().toISOString()}},
  }
  for (const action of asArray(alarm.alarm_actions).map(String)) {
    const queue = /^(?:trust\+)?zaqar:\/?\/?\?.*queue_name=([\w-]+)/.exec(action)?.[1]
    if (queue !== undefined) {
      const zaqar = cloud.service('messaging')?.api as QueueApi | undefined
      zaqar?.post(asText(alarm.project_id) ?? '', queue, notice)
    } else postLocally(action, JSON.stringify(notice))
  }
}
