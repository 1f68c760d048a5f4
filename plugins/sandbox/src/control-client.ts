import {asObject, asText, decodeJson, type JsonObject, NotFoundError, OscError, type Runtime} from '@osc-cli/core'
import {placeOf} from '#place'
import {type RunFile, readRunFile} from '#run-file'
import {CONTROL, KEY_HEADER} from '#server/control'

/** The sandbox that runs, and what it says of itself; undefined when none answers. */
export interface Running {
  run: RunFile
  status: JsonObject
}

export async function findRunning(runtime: Pick<Runtime, 'dataDir'>): Promise<Running | undefined> {
  const run = readRunFile(placeOf(runtime).run)
  if (!run) return undefined
  try {
    return {run, status: await askSandbox(run, 'GET', '/status')}
  } catch (error) {
    // Another program may have the port by now, and knows nothing of the key.
    if (error instanceof OscError) return undefined
    throw error
  }
}

/** The same for commands that need one. */
export async function requireRunning(runtime: Pick<Runtime, 'dataDir'>): Promise<Running> {
  const running = await findRunning(runtime)
  if (running) return running
  throw new NotFoundError('No sandbox is running.', {hint: 'Start one with: osc sandbox start'})
}

export async function askSandbox(
  {url, key}: Pick<RunFile, 'url' | 'key'>,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: JsonObject,
): Promise<JsonObject> {
  let answer: Response
  try {
    answer = await fetch(`${url}${CONTROL}${path}`, {
      method,
      headers: {[KEY_HEADER]: key},
      signal: AbortSignal.timeout(30_000),
      ...(body && {body: JSON.stringify(body)}),
    })
  } catch (error) {
    throw new OscError(`The sandbox at ${url} does not answer.`, {cause: error, hint: 'See osc sandbox logs.'})
  }
  const text = await answer.text()
  if (!answer.ok) throw new OscError(messageOf(text) ?? `The sandbox at ${url} answers with HTTP ${answer.status}.`)
  return asObject(decodeJson(text))
}

function messageOf(text: string): string | undefined {
  try {
    return asText(asObject(decodeJson(text)).message)
  } catch {
    return undefined
  }
}
