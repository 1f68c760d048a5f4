import {asArray, asObject, type CommandContext, type JsonObject, type Session, UsageError} from '@osc-cli/core'
import {described, type Healing} from '#healing'
import {alarmDescription, healingName, REPLACE_SERVER} from '#names'
import {checkResources} from '#resources'
import {
  alarms,
  createAlarm,
  createQueue,
  createSubscription,
  deleteAlarm,
  deleteSubscription,
  stackName,
  subscriptions,
  updateAlarm,
} from '#services'
import {healingSession} from '#session'
import {inputsOf} from '#workflow'

/** What `healing enable` was given. */
export interface Wanted {
  stack: string
  event: string
  /** Seconds. */
  ttl: number
  workflow: string
  input: JsonObject
  resources: readonly string[]
}

type Context = Pick<CommandContext, 'api' | 'session' | 'runtime'>

/** Creates or renews what heals a stack. Old parts are deleted last, so that a failure keeps them. */
export async function enable(context: Context, wanted: Wanted): Promise<Healing> {
  const session = await healingSession(context)
  const stack = await stackName(session, wanted.stack)
  if (wanted.resources.length > 0) await checkResources(session, stack, wanted.resources)
  const name = healingName(stack)
  const post = postOf(name, stack, wanted, await inputsOf(context, wanted.workflow))
  await createQueue(session, name)
  const old = await subscriptions(session, name)
  // A change would keep the trust, which expires: only a new subscription has a new one. Zaqar takes each subscriber of a queue
  // once, so the fragment, which is not sent to Mistral, makes the subscriber unique.
  const subscription = await createSubscription(session, name, {
    subscriber: `trust+${await session.endpoint('workflow')}/executions#${crypto.randomUUID()}`,
    ttl: wanted.ttl,
    options: {post_data: JSON.stringify(post)},
  })
  for (const each of old) await deleteSubscription(session, name, each)
  const {workflow, input, resources} = wanted
  const note = alarmDescription({stack, workflow, inputs: Object.keys(input), resources: [...resources]})
  const alarm = await keepAlarm(session, alarmOf(name, note, wanted.event))
  return {...described(name, alarm, subscription), stack}
}

/** The request that Zaqar sends to Mistral. The workflow gets the stack and the message if it has inputs for them. */
function postOf(name: string, stack: string, wanted: Wanted, inputs: readonly string[]): JsonObject {
  const {workflow, input, resources} = wanted
  const offered: JsonObject = {
    stack,
    // Zaqar puts the message in the place of this text.
    message: '$zaqar_message$',
    ...(resources.length > 0 && {resources: [...resources]}),
  }
  if (resources.length > 0 && !inputs.includes('resources'))
    throw new UsageError(`Workflow ${workflow} does not have the input 'resources'.`, {
      hint: `Omit --resource, or use the workflow ${REPLACE_SERVER}.`,
    })
  const unknown = Object.keys(input).find((key) => !inputs.includes(key))
  if (unknown !== undefined)
    throw new UsageError(`Workflow ${workflow} does not have the input '${unknown}'.`, {
      hint: inputs.length > 0 ? `Use one of: ${inputs.join(', ')}` : 'Omit --input.',
    })
  const fitting = Object.entries(offered).filter(([key]) => inputs.includes(key))
  return {workflow_name: workflow, description: name, input: {...Object.fromEntries(fitting), ...input}}
}

/** Creates the alarm, unless there is one that fits, which gets its description: a new alarm is not active at once. */
async function keepAlarm(session: Session, wanted: JsonObject): Promise<JsonObject> {
  const {event_rule, description} = wanted
  const name = String(wanted.name)
  const event = asObject(event_rule).event_type
  const found = await alarms(session, name)
  const kept = found.find(
    ({enabled, event_rule: rule, alarm_actions: actions}) =>
      enabled !== false &&
      asObject(rule).event_type === event &&
      asArray(actions).some((action) => String(action).endsWith(`queue_name=${name}`)),
  )
  const alarm =
    kept === undefined
      ? await createAlarm(session, wanted)
      : kept.description === description
        ? kept
        : await updateAlarm(session, {...kept, description})
  for (const other of found) if (other !== kept) await deleteAlarm(session, other)
  return alarm
}

const alarmOf = (name: string, description: string, event: string): JsonObject => ({
  name,
  description,
  type: 'event',
  event_rule: {event_type: event},
  alarm_actions: [`trust+zaqar://?queue_name=${name}`],
  // Each event must be reported, not only the first one.
  repeat_actions: true,
})
