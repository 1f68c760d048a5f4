import {asArray, asObject, asText, decodeJson, type JsonObject} from '@osc-cli/core'
import type {Caller, SandboxService} from '@osc-cli/core/sandbox'
import {startSandbox} from '@osc-cli/plugin-sandbox/server'
import heat from '../../../../src/sandbox/index.ts'

/** Knows two tokens: that of a member of the project `one`, and that of an administrator of `two`. */
const identity: SandboxService = {
  type: 'identity',
  name: 'keystone',
  prefix: 'identity',
  endpoint: '/v3',
  failureBody: ({message}) => ({error: {message}}),
  open: () => ({routes: {}, authenticate: (token) => CALLERS[token]}),
}

const caller = (token: string, projectId: string, roles: string[]): Caller => ({
  token,
  projectId,
  roles,
  userId: token,
  userName: token,
  userDomainId: 'default',
})
const CALLERS: Readonly<Record<string, Caller>> = {
  member: caller('member', 'one', ['member']),
  admin: caller('admin', 'two', ['admin']),
  other: caller('other', 'two', ['member']),
}

export interface Reply {
  status: number
  body: JsonObject
  location: string | null
}

export interface Heat {
  url: string
  /** `GET /stacks`, as the member by default. */
  ask(request: string, sent?: unknown, token?: string): Promise<Reply>
  /** Creates a stack and returns its path. */
  create(name: string, template: unknown, more?: JsonObject): Promise<string>
  /** The stack once nothing is in progress any more. */
  settled(path: string): Promise<JsonObject>
  /** `NAME STATUS REASON` of every event, oldest first. */
  events(path: string, query?: string): Promise<string[]>
  stop(): Promise<void>
}

/** A Heat of a test's own, with its state in a file or in memory. */
export async function startHeat(state?: string): Promise<Heat> {
  const {url, close} = await startSandbox({services: [identity, heat], ...(state === undefined ? {} : {state})})
  const ask = async (request: string, sent?: unknown, token = 'member'): Promise<Reply> => {
    const [method = '', path = ''] = request.split(' ')
    const response = await fetch(`${url}/orchestration/v1/${CALLERS[token]?.projectId}${path}`, {
      method,
      redirect: 'manual',
      headers: {'x-auth-token': token, 'content-type': 'application/json', connection: 'close'},
      ...(sent === undefined ? {} : {body: JSON.stringify(sent)}),
    })
    const text = await response.text()
    return {
      status: response.status,
      body: asObject(text === '' ? {} : decodeJson(text)),
      location: response.headers.get('location'),
    }
  }
  return {
    url,
    ask,
    stop: close,
    async create(name, template, more = {}) {
      const {status, body} = await ask('POST /stacks', {stack_name: name, template, ...more})
      if (status !== 201) throw new Error(JSON.stringify(body))
      return `/stacks/${name}/${asText(asObject(body.stack).id)}`
    },
    async settled(path) {
      for (;;) {
        const stack = asObject((await ask(`GET ${path}`)).body.stack)
        if (!asText(stack.stack_status)?.endsWith('IN_PROGRESS')) return stack
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    },
    async events(path, query = '') {
      const {body} = await ask(`GET ${path}/events?sort_dir=asc${query}`)
      return asArray(body.events)
        .map(asObject)
        .map((event) => `${event.resource_name} ${event.resource_status} ${event.resource_status_reason}`)
    },
  }
}

/** A template of the newest version with these resources. */
export const template = (resources: JsonObject, more: JsonObject = {}): JsonObject => ({
  heat_template_version: '2021-04-16',
  resources,
  ...more,
})

export const test = (properties: JsonObject = {}, more: JsonObject = {}): JsonObject => ({
  type: 'OS::Heat::TestResource',
  properties,
  ...more,
})
