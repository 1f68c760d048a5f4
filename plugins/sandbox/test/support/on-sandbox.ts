import type {SandboxOptions} from '@osc-cli/core/sandbox'
import {after, before} from 'mocha'
import {startSandbox} from '../../src/server/sandbox.ts'
import {tokens, widgets} from './widgets.ts'

export interface Answered {
  status: number
  body: Record<string, unknown>
  headers: Headers
}

/** A sandbox for the tests of the surrounding `describe`; asks it for `METHOD path`. */
export function onSandbox(options: Partial<SandboxOptions> = {}) {
  let sandbox: Awaited<ReturnType<typeof startSandbox>> | undefined
  before(async () => {
    sandbox = await startSandbox({services: [widgets, tokens], ...options})
  })
  after(() => sandbox?.close())
  const running = () => {
    if (!sandbox) throw new Error('The sandbox runs only while tests do.')
    return sandbox
  }
  const ask = async (
    request: string,
    body?: unknown,
    token: string | undefined = 'admin-token',
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answered> => {
    const [method = '', path = ''] = request.split(' ')
    const answer = await fetch(running().url + path, {
      method,
      headers: {...(token !== '' && {'x-auth-token': token}), ...headers},
      ...(body !== undefined && {body: isRaw(body) ? body : JSON.stringify(body)}),
    })
    const text = await answer.text()
    const isJson = answer.headers.get('content-type') === 'application/json' && text !== ''
    return {status: answer.status, body: isJson ? JSON.parse(text) : {text}, headers: answer.headers}
  }
  return {ask, running}
}

const isRaw = (body: unknown): body is string | Uint8Array<ArrayBuffer> =>
  typeof body === 'string' || body instanceof Uint8Array
