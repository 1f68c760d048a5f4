import {
  asArray,
  asObject,
  asText,
  inOrder,
  type JsonObject,
  NotFoundError,
  type Session,
  shellWord,
  storedJson,
} from '@osc-cli/core'
import {DELETED_SERVER, enableLine, healingName, isHealingName, noteIn, REPLACE_SERVER, stackOf} from '#names'
import {type Run, runOf} from '#runs'
import {alarms, queueNames, runs, subscriptions} from '#services'

/** The self-healing of a stack: the alarm and the subscription, either of which may be missing, and their contents. */
export interface Healing {
  /** The name of the queue and the alarm. */
  name: string
  stack: string
  workflow: string | undefined
  /** Names of the inputs beside the stack, the message and the resources. */
  inputs: string[]
  /** The resources to replace; empty for all. */
  resources: string[]
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

/** All healings of the project, those without an alarm included, each with its last run. */
export async function* healings(session: Session): AsyncGenerator<{healing: Healing; last: Run | undefined}> {
  const [found, queues] = await Promise.all([alarms(session), queueNames(session)])
  const alarmOf = new Map(found.map((alarm) => [asText(alarm.name) ?? '', alarm]))
  const names = [...new Set([...alarmOf.keys(), ...queues])].filter(isHealingName)
  const parts = inOrder(names, async (name) => {
    const [[subscription], [last]] = await Promise.all([subscriptions(session, name), runs(session, name, 1)])
    return {healing: described(name, alarmOf.get(name), subscription), last: last && runOf(last)}
  })
  for await (const each of parts) if (each.healing.alarm ?? each.healing.subscription) yield each
}

/** What an alarm and a subscription say about the healing with this name. */
export function described(name: string, alarm?: JsonObject, subscription?: JsonObject): Healing {
  const post = asText(asObject(subscription?.options).post_data)
  const request = asObject(storedJson(post))
  const note = noteIn(asText(alarm?.description) ?? '')
  const {stack, message: _, resources, ...others} = asObject(request.input)
  const isKnown = post !== undefined
  return {
    name,
    alarm,
    subscription,
    // The alarm's name does not have all characters of the stack's.
    stack: note?.stack ?? asText(stack) ?? stackOf(name),
    workflow: asText(request.workflow_name) ?? note?.workflow,
    inputs: isKnown ? Object.keys(others) : (note?.inputs ?? []),
    resources: isKnown ? asArray(resources).map(String) : (note?.resources ?? []),
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

/** The command line that renews a healing with the same options. Values of inputs may be secret, and are not in it. */
function renewLine({stack, event = DELETED_SERVER, workflow = REPLACE_SERVER, inputs, resources}: Healing): string {
  const options = [
    ...resources.map((name) => ['--resource', name]),
    ...(event === DELETED_SERVER ? [] : [['--event', event]]),
    ...(workflow === REPLACE_SERVER ? [] : [['--workflow', workflow]]),
    ...inputs.map((key) => ['--input', `${key}=VALUE`]),
  ]
  return [enableLine(stack), ...options.flat().map(shellWord)].join(' ')
}

const DAY = 86_400

/** A warning about a subscription that expires within a day, or has expired. */
export function warningOf(healing: Healing): string | undefined {
  const {stack, subscription, expires} = healing
  const renew = `Renew it: ${renewLine(healing)}`
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
