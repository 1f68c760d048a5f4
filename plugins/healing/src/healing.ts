import {
  asArray,
  asObject,
  asText,
  inOrder,
  type JsonObject,
  NotFoundError,
  type Session,
  storedJson,
} from '@osc-cli/core'
import {enableLine, healedStack, healingName, isHealingName, stackOf} from '#names'
import {type Run, runOf} from '#runs'
import {alarms, runs, subscriptions} from '#services'

/** The self-healing of a stack: the alarm and the subscription, either of which may be missing, and their contents. */
export interface Healing {
  /** The name of the queue and the alarm. */
  name: string
  stack: string
  workflow: string | undefined
  event: string | undefined
  alarm: JsonObject | undefined
  subscription: JsonObject | undefined
  /** Seconds until the subscription expires. */
  expires: number | undefined
}

/** The name, alarms and subscriptions of a stack's healing; NotFoundError when there is neither alarm nor subscription. */
export async function partsOf(
  session: Session,
  stack: string,
  hint = 'List stacks with self-healing: osc healing list',
) {
  const name = healingName(stack)
  const [found, subscribed] = await Promise.all([alarms(session, name), subscriptions(session, name)])
  if (found.length === 0 && subscribed.length === 0)
    throw new NotFoundError(`Healing is not enabled for stack '${stack}'.`, {hint})
  return {name, alarms: found, subscriptions: subscribed}
}

/** The healing of a stack; NotFoundError as from `partsOf`, with the line that enables it. */
export async function healingOf(session: Session, stack: string): Promise<Healing> {
  const parts = await partsOf(session, stack, `Enable it with: ${enableLine(stack)}`)
  return {...described(parts.name, parts.alarms[0], parts.subscriptions[0]), stack}
}

/** All healings of the project, each with its last run. */
export async function* healings(session: Session): AsyncGenerator<{healing: Healing; last: Run | undefined}> {
  const found = (await alarms(session)).filter(({name}) => isHealingName(asText(name) ?? ''))
  yield* inOrder(found, async (alarm) => {
    const name = asText(alarm.name) ?? ''
    const [[subscription], [last]] = await Promise.all([subscriptions(session, name), runs(session, name, 1)])
    return {healing: described(name, alarm, subscription), last: last && runOf(last)}
  })
}

/** What an alarm and a subscription say about the healing with this name. */
export function described(name: string, alarm?: JsonObject, subscription?: JsonObject): Healing {
  const post = asText(asObject(subscription?.options).post_data)
  const request = asObject(storedJson(post))
  return {
    name,
    alarm,
    subscription,
    // The alarm's name does not have all characters of the stack's.
    stack: healedStack(asText(alarm?.description) ?? '') ?? asText(asObject(request.input).stack) ?? stackOf(name),
    workflow: asText(request.workflow_name),
    event: asText(asObject(alarm?.event_rule).event_type),
    expires: subscription && Number(subscription.ttl) - Number(subscription.age),
  }
}

/** `active`, or what is missing for messages to arrive. */
export function stateOf({alarm, subscription}: Healing): string {
  if (alarm === undefined) return 'no alarm'
  if (subscription === undefined) return 'expired'
  if (alarm.enabled === false) return 'alarm disabled'
  return asArray(alarm.alarm_actions).length === 0 ? 'no action' : 'active'
}

const DAY = 86_400

/** A warning about a subscription that expires within a day, or has expired. */
export function warningOf({stack, subscription, expires}: Healing): string | undefined {
  const renew = `Renew it: ${enableLine(stack)}`
  if (subscription === undefined || expires === undefined)
    return `Stack ${stack} is not healed: its subscription does not exist or has expired. ${renew}`
  if (expires >= DAY) return undefined
  const hours = Math.floor(expires / 3600)
  const time = hours < 1 ? 'less than an hour' : hours === 1 ? 'an hour' : `${hours} hours`
  return `The healing of stack ${stack} ends in ${time}. ${renew}`
}

/** The time at which the subscription expires, without fractions of a second. */
export const expiryOf = ({expires}: Healing, now: number): string | null =>
  expires === undefined ? null : new Date(now + expires * 1000).toISOString().replace(/\.\d+/, '')
