import {asObject, asText, decodeJson, type JsonObject} from '@osc-cli/core'
import {type Call, type Caller, type Handler, postLocally, type SandboxCloud} from '@osc-cli/core/sandbox'
import {keyOf, parts, type QueueCall} from '#sandbox/queues'
import type {Sockets} from '#sandbox/socket'

/**
 * Delivers a message to websockets and to subscribers that are the sandbox's own Mistral or a web server on this machine; no
 * other one is called. Failures are ignored.
 */
export function deliver(cloud: SandboxCloud, call: QueueCall, message: JsonObject): void {
  const queue = call.params.queue ?? ''
  const notice = {...message, Message_Type: 'Notification', queue_name: queue}
  const sockets = cloud.service('messaging-websocket')?.api as Sockets | undefined
  sockets?.notify(call.caller.projectId ?? '', queue, notice)
  for (const {subscriber, options, trustor} of parts(cloud).subscriptions.find({queue: keyOf(call)}))
    send(cloud, asObject(trustor), asText(subscriber) ?? '', bodyFor(asObject(options), notice)).catch(() => undefined)
}

/** The request's body: the notification, or what the subscription wants with the notification in it. */
function bodyFor(options: JsonObject, notice: JsonObject): string {
  const post = asText(options.post_data) ?? '"$zaqar_message$"'
  return post.replace('"$zaqar_message$"', () => JSON.stringify(notice))
}

/** Mistral is called as whoever created the subscription, which is what a trust is for. */
async function send(cloud: SandboxCloud, trustor: JsonObject, subscriber: string, text: string): Promise<void> {
  if (/^trust\+http:.*\/workflow\/v2\/executions(?:#.*)?$/.test(subscriber)) {
    const api = cloud.service('workflowv2')?.api as {post: Handler} | undefined
    const body = asObject(decodeJson(text))
    await api?.post(requestOf(cloud, trustor as unknown as Caller, body))
  } else postLocally(subscriber, text)
}

const requestOf = (cloud: SandboxCloud, caller: Caller, body: JsonObject): Call => ({
  method: 'POST',
  path: '/workflow/v2/executions',
  params: {},
  query: new URLSearchParams(),
  headers: {},
  body,
  json: body,
  text: JSON.stringify(body),
  bytes: Buffer.from(JSON.stringify(body)),
  origin: cloud.url,
  caller,
})
