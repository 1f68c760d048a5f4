import {setTimeout as wait} from 'node:timers/promises'
import type {HttpBindings} from '@hono/node-server'
import {RESPONSE_ALREADY_SENT} from '@hono/node-server/utils/response'
import {SandboxFailure} from '@osc-cli/core/sandbox'
import type {DueFaults} from '#server/faults'

export type Answer = (request: Request, bindings: HttpBindings) => Response | Promise<Response>

interface FaultyAnswers {
  faults: DueFaults
  /** Milliseconds that every answer is delayed by. */
  latency: number
  /** The answer for a failure, in the format of the service at that path. */
  refuse(path: string, failure: SandboxFailure): Response
}

/** The same answers, delayed, and replaced or damaged where a fault is due. */
export function withFaults(answer: Answer, {faults, latency, refuse}: FaultyAnswers): Answer {
  return async (request, bindings) => {
    if (latency > 0) await wait(latency)
    const {pathname} = new URL(request.url)
    const fault = faults.take(request.method, pathname)
    if (!fault) return await answer(request, bindings)
    if (fault.kind === 'status') {
      return refuse(pathname, new SandboxFailure(fault.status, 'This failure was injected with --fail.'))
    }
    const {outgoing} = bindings
    if (fault.kind === 'truncate') await truncate(await answer(request, bindings), outgoing)
    if (fault.kind === 'reset') outgoing.socket?.resetAndDestroy()
    // `silence` keeps the connection open and sends nothing.
    return RESPONSE_ALREADY_SENT
  }
}

/** Promises the whole body, sends half of it and hangs up. */
async function truncate(answer: Response, outgoing: HttpBindings['outgoing']): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer())
  outgoing.writeHead(answer.status, {...Object.fromEntries(answer.headers), 'content-length': body.length})
  outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => outgoing.socket?.destroy())
}
