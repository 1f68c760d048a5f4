import {asArray, asObject, asText, type JsonObject, pathSegment, type Session} from '@osc-cli/core'

// What healing needs of three services. Zaqar requires an ID of its clients.
const headers = {'client-id': crypto.randomUUID()}
const queuePath = (name: string) => `/queues/${pathSegment(name, 'queue')}`

/** The alarms of the project, or those of one name. */
export async function alarms(session: Session, name?: string): Promise<JsonObject[]> {
  const query = name === undefined ? {} : {'q.field': 'name', 'q.op': 'eq', 'q.value': name}
  const answer = await session.request({service: 'alarming', path: '/alarms', query})
  return asArray(await answer.json()).map(asObject)
}

export const createAlarm = async (session: Session, body: JsonObject): Promise<JsonObject> =>
  asObject(await (await session.request({service: 'alarming', method: 'POST', path: '/alarms', body})).json())

/** Replaces an alarm by a changed one. */
export async function updateAlarm(session: Session, body: JsonObject): Promise<JsonObject> {
  const path = `/alarms/${pathSegment(String(body.alarm_id), 'alarm')}`
  return asObject(await (await session.request({service: 'alarming', method: 'PUT', path, body})).json())
}

export async function deleteAlarm(session: Session, {alarm_id: id}: JsonObject): Promise<void> {
  await session.request({service: 'alarming', method: 'DELETE', path: `/alarms/${pathSegment(String(id), 'alarm')}`})
}

export async function createQueue(session: Session, name: string): Promise<void> {
  await session.request({service: 'message', method: 'PUT', path: queuePath(name), headers, body: {}})
}

/** The names of the project's queues. */
export const queueNames = async (session: Session): Promise<string[]> => {
  const queues = await Array.fromAsync(session.list('message', '/queues', 'queues', {headers}))
  return queues.map(({name}) => asText(name) ?? '')
}

/** Deletes a queue with its messages; one that does not exist is fine. */
export async function deleteQueue(session: Session, name: string): Promise<void> {
  await session.request({service: 'message', method: 'DELETE', path: queuePath(name), headers})
}

export const subscriptions = async (session: Session, queue: string): Promise<JsonObject[]> => {
  const path = `${queuePath(queue)}/subscriptions`
  return await Array.fromAsync(session.list('message', path, 'subscriptions', {headers}))
}

/** The new subscription, as a list of subscriptions has it. */
export async function createSubscription(session: Session, queue: string, body: JsonObject): Promise<JsonObject> {
  const path = `${queuePath(queue)}/subscriptions`
  const answer = await session.request({service: 'message', method: 'POST', path, headers, body})
  return {...body, id: asObject(await answer.json()).subscription_id, age: 0}
}

export async function deleteSubscription(session: Session, queue: string, {id}: JsonObject): Promise<void> {
  const path = `${queuePath(queue)}/subscriptions/${pathSegment(String(id), 'subscription')}`
  await session.request({service: 'message', method: 'DELETE', path, headers})
}

export async function postMessage(session: Session, queue: string, body: JsonObject): Promise<void> {
  await session.request({
    service: 'message',
    method: 'POST',
    path: `${queuePath(queue)}/messages`,
    headers,
    body: {messages: [{ttl: 300, body}]},
  })
}

/** The newest executions that messages of a queue started: the subscription describes them by its name. */
export async function runs(session: Session, queue: string, limit: number): Promise<JsonObject[]> {
  const answer = await session.get('workflow', '/executions', {
    description: queue,
    sort_keys: 'created_at',
    sort_dirs: 'desc',
    limit,
    fields: 'id,state,state_info,input,output,created_at,updated_at,description',
  })
  return asArray(answer.executions)
    .map(asObject)
    .filter(({description}) => asText(description) === queue)
}

/** The name of a stack, by its name or ID. */
export async function stackName(session: Session, stack: string): Promise<string> {
  const path = `/stacks/${pathSegment(stack, 'stack')}`
  const answer = await session.get('orchestration', path, {resolve_outputs: false})
  return asText(asObject(answer.stack).stack_name) ?? stack
}

/** The resources of a stack, those of nested stacks included. */
export async function stackResources(session: Session, stack: string): Promise<JsonObject[]> {
  const path = `/stacks/${pathSegment(stack, 'stack')}/resources`
  const answer = await session.get('orchestration', path, {nested_depth: 5})
  return asArray(answer.resources).map(asObject)
}
