import {spawn} from 'node:child_process'
import {pathToFileURL} from 'node:url'
import {OscError} from '#errors'
import {explainLoad} from '#plugins/explain-load'
import {oneLine} from '#plugins/reading'
import type {IndexedPlugin, PluginHook} from '#plugins/types'
import {childEnvironment} from '#process'

/** Something of a plugin that has a module of its own. */
export type Part =
  | {kind: 'command'; id: string}
  | {kind: 'formatter'; name: string; module: string}
  | ({kind: 'hook'} & PluginHook)

/** A part whose module does not load. */
export interface LoadFailure {
  part: Part
  reason: string
}

const PATIENCE = 15_000

const STARTED = 'started'

/**
 * Loads the modules of `parts`, one after the other, in a process of its own: a plugin that ends the process or never returns
 * harms nothing else. `program`: the file of the core's bundle.
 */
export async function checkLoads(
  plugin: IndexedPlugin,
  parts: readonly Part[],
  program: string,
): Promise<LoadFailure[]> {
  const failures: LoadFailure[] = []
  let left = [...parts]
  while (left.length > 0) {
    const {done, failed, ended} = await loadInChild(plugin, left, program)
    failures.push(...failed)
    left = left.slice(done)
    const [culprit] = left
    if (culprit === undefined) break
    failures.push({part: culprit, reason: ended})
    left = left.slice(1)
  }
  return failures
}

/** How many of `parts` were tried, which of them failed, and how the process ended. */
async function loadInChild(
  plugin: IndexedPlugin,
  parts: readonly Part[],
  program: string,
): Promise<{done: number; failed: LoadFailure[]; ended: string}> {
  const script = `const {loadAll} = await import(${JSON.stringify(pathToFileURL(program).href)}); await loadAll()`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: childEnvironment(process.env),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  let started = false
  let done = 0
  const failed: LoadFailure[] = []
  let late = false
  const kill = () => {
    late = true
    child.kill('SIGKILL')
  }
  let timer = setTimeout(kill, PATIENCE)
  child.on('message', (message: typeof STARTED | LoadFailure | {part: Part; reason?: never}) => {
    clearTimeout(timer)
    timer = setTimeout(kill, PATIENCE)
    if (message === STARTED) {
      started = true
      return
    }
    done += 1
    if (message.reason !== undefined) failed.push(message)
  })
  child.send({plugin, parts})
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  clearTimeout(timer)
  // The first part is not the cause, and every other part would fail in the same way.
  if (!started) {
    const reason = late ? `not ready within ${PATIENCE / 1000} seconds` : `status ${status}`
    throw new OscError(`The process that loads ${plugin.name} cannot be started (${reason}).`)
  }
  const ended = late
    ? `it did not load within ${PATIENCE / 1000} seconds`
    : `the process exited with status ${status} while loading it`
  return {done, failed, ended}
}

/** What the process of `loadInChild` does: reports for each part whether it loads. */
export async function loadAll(): Promise<void> {
  const {plugin, parts} = await new Promise<{plugin: IndexedPlugin; parts: Part[]}>((resolve) =>
    process.once('message', (message) => resolve(message as {plugin: IndexedPlugin; parts: Part[]})),
  )
  const send = (message: unknown) => new Promise<void>((resolve) => process.send?.(message, () => resolve()))
  await send(STARTED)
  for (const part of parts) await send({part, reason: await reasonOf(load(part, plugin))})
  process.disconnect()
}

async function load(part: Part, plugin: IndexedPlugin): Promise<unknown> {
  if (part.kind === 'command') return await (await import('#plugins/load')).loadCommand(part.id, plugin)
  if (part.kind === 'hook') return await (await import('#plugins/load-hook')).loadHook(part, plugin)
  return await (await import('#plugins/load-formatter')).openFormatter(part.name, part.module, plugin)
}

async function reasonOf(loading: Promise<unknown>): Promise<string | undefined> {
  try {
    await loading
    return undefined
  } catch (error) {
    return error instanceof OscError ? oneLine(error) : explainLoad(error)
  }
}
