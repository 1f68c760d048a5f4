import {setTimeout as wait} from 'node:timers/promises'
import type {HttpBindings} from '@hono/node-server'
import {RESPONSE_ALREADY_SENT} from '@hono/node-server/utils/response'
import {SandboxFailure} from '@osc-cli/core/sandbox'
import type {MiddlewareHandler} from 'hono'
import type {DueFaults} from '#server/faults'

type Raw = HttpBindings['outgoing']

/** Delays every answer by `latency` milliseconds and spoils those that a fault is due for. */
export function faultMiddleware(
  faults: DueFaults,
  latency: number,
): MiddlewareHandler<{Bindings: Partial<HttpBindings>}> {
  return async (context, next) => {
    if (latency > 0) await wait(latency)
    const fault = faults.take(context.req.method, context.req.path)
    if (fault?.kind === 'status') throw new SandboxFailure(fault.status, 'This failure was asked for with --fail.')
    const raw = context.env?.outgoing
    if (fault?.kind === 'reset' && raw) return reset(raw)
    await next()
    if (fault?.kind === 'truncate' && raw) context.res = await truncate(context.res, raw)
  }
}

function reset(raw: Raw): Response {
  raw.socket?.resetAndDestroy()
  return RESPONSE_ALREADY_SENT
}

/** Promises the whole body, sends half of it and hangs up. */
async function truncate(answer: Response, raw: Raw): Promise<Response> {
  const body = Buffer.from(await answer.arrayBuffer())
  raw.writeHead(answer.status, {...Object.fromEntries(answer.headers), 'content-length': body.length})
  raw.write(body.subarray(0, Math.floor(body.length / 2)), () => raw.socket?.destroy())
  return RESPONSE_ALREADY_SENT
}
