import type {IncomingMessage} from 'node:http'
import {asObject, asText, decodeJson, type JsonObject, NotFoundError, OscError, type Runtime} from '@osc-cli/core'
import {CONTROL, KEY_HEADER} from '#control-protocol'
import {placeOf} from '#place'
import {type RunFile, readRunFile} from '#run-file'

/** A running sandbox and its status. */
export interface Running {
  run: RunFile
  status: JsonObject
}

/** Undefined when no sandbox runs, or none that answers. */
export async function findRunning(runtime: Pick<Runtime, 'dataDir'>): Promise<Running | undefined> {
  const run = readRunFile(placeOf(runtime).run)
  if (!run) return undefined
  try {
    return {run, status: await callControl(run, 'GET', '/status')}
  } catch (error) {
    if (error instanceof OscError) return undefined
    throw error
  }
}

/** NotFoundError when no sandbox runs. */
export async function requireRunning(runtime: Pick<Runtime, 'dataDir'>): Promise<Running> {
  const running = await findRunning(runtime)
  if (running) return running
  throw new NotFoundError('No sandbox is running.', {hint: 'Start one with: osc sandbox start'})
}

const TIMEOUT = 30_000

/** Calls a control route of the sandbox; OscError when it fails or does not answer within `timeout` milliseconds. */
export async function callControl(
  {url, key}: Pick<RunFile, 'url' | 'key'>,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  {body, timeout = TIMEOUT}: {body?: JsonObject; timeout?: number} = {},
): Promise<JsonObject> {
  let answer: {status: number; text: string}
  try {
    answer = await send(`${url}${CONTROL}${path}`, {method, key, timeout}, body)
  } catch (error) {
    throw new OscError(`The sandbox at ${url} does not respond.`, {cause: error, hint: 'See the log: osc sandbox logs'})
  }
  const {status, text} = answer
  if (status >= 400) throw new OscError(messageOf(text) ?? `The sandbox at ${url} returned HTTP ${status}.`)
  return asObject(decodeJson(text))
}

/** With node:http: fetch refuses ports such as 10080. */
function send(
  url: string,
  {method, key, timeout}: {method: string; key: string; timeout: number},
  body: JsonObject | undefined,
): Promise<{status: number; text: string}> {
  // Faster than an import, which loads all of the module's lazy parts.
  const {request} = process.getBuiltinModule('node:http')
  return new Promise((resolve, reject) => {
    const options = {method, agent: false, headers: {[KEY_HEADER]: key}, signal: AbortSignal.timeout(timeout)}
    const sent = request(url, options, (answer: IncomingMessage) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => resolve({status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString()}))
    })
    sent.on('error', reject)
    sent.end(body && JSON.stringify(body))
  })
}

function messageOf(text: string): string | undefined {
  try {
    return asText(asObject(decodeJson(text)).message)
  } catch {
    return undefined
  }
}
