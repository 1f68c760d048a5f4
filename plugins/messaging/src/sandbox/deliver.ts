import {asObject, asText, decodeJson, type JsonObject} from '@osc-cli/core'
import type {Call, Handler, SandboxCloud} from '@osc-cli/core/sandbox'
import {keyOf, parts} from '#sandbox/queues'

/** Delivers a message to the subscribers that are the sandbox's own Mistral; no other one is called. Failures are ignored. */
export function deliver(cloud: SandboxCloud, call: Call, message: JsonObject): void {
  const api = cloud.service('workflowv2')?.api as {post: Handler} | undefined
  for (const {subscriber, options} of parts(cloud).subscriptions.find({queue: keyOf(call)})) {
    if (!/^trust\+http:.*\/workflow\/v2\/executions(?:#.*)?$/.test(asText(subscriber) ?? '')) continue
    const start = async () => {
      const notice = {...message, Message_Type: 'Notification', queue_name: call.params.queue}
      const post = asText(asObject(options).post_data) ?? '"$zaqar_message$"'
      const body = asObject(decodeJson(post.replace('"$zaqar_message$"', () => JSON.stringify(notice))))
      await api?.post({...call, body, json: body, params: {}})
    }
    start().catch(() => undefined)
  }
}
