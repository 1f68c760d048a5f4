import {spawn} from 'node:child_process'
import {pathToFileURL} from 'node:url'
import {oneLine} from '#plugins/reading'
import type {IndexedPlugin} from '#plugins/types'

/** A command whose module does not load. */
export interface LoadFailure {
  id: string
  reason: string
}

const PATIENCE = 15_000

/**
 * Loads the modules of `ids`, one after the other, in a process of its own: a plugin that ends the process or never comes
 * back harms nobody. `program`: the file of the core's bundle.
 */
export async function checkLoads(
  plugin: IndexedPlugin,
  ids: readonly string[],
  program: string,
): Promise<LoadFailure[]> {
  const failures: LoadFailure[] = []
  let left = [...ids]
  while (left.length > 0) {
    const {done, failed, ended} = await loadInChild(plugin, left, program)
    failures.push(...failed)
    left = left.slice(done)
    const [culprit] = left
    if (culprit === undefined) break
    failures.push({id: culprit, reason: ended})
    left = left.slice(1)
  }
  return failures
}

/** How many of `ids` were tried, which of them failed, and how the process ended. */
async function loadInChild(
  plugin: IndexedPlugin,
  ids: readonly string[],
  program: string,
): Promise<{done: number; failed: LoadFailure[]; ended: string}> {
  const script = `const {loadAll} = await import(${JSON.stringify(pathToFileURL(program).href)}); await loadAll()`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  let done = 0
  const failed: LoadFailure[] = []
  let late = false
  const kill = () => {
    late = true
    child.kill('SIGKILL')
  }
  let timer = setTimeout(kill, PATIENCE)
  child.on('message', (message: {id: string; reason?: string}) => {
    clearTimeout(timer)
    timer = setTimeout(kill, PATIENCE)
    done += 1
    if (message.reason !== undefined) failed.push({id: message.id, reason: message.reason})
  })
  child.send({plugin, ids})
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  clearTimeout(timer)
  const ended = late
    ? `it is not loaded after ${PATIENCE / 1000} seconds`
    : `it ends the process with status ${status} when it is loaded`
  return {done, failed, ended}
}

/** What the process of `loadInChild` does: tells of each command whether it loads. */
export async function loadAll(): Promise<void> {
  const {plugin, ids} = await new Promise<{plugin: IndexedPlugin; ids: string[]}>((resolve) =>
    process.once('message', (message) => resolve(message as {plugin: IndexedPlugin; ids: string[]})),
  )
  const {loadCommand} = await import('#plugins/load')
  for (const id of ids) {
    const reason = await reasonOf(loadCommand(id, plugin))
    await new Promise<void>((resolve) => process.send?.({id, reason}, () => resolve()))
  }
  process.disconnect()
}

async function reasonOf(loading: Promise<unknown>): Promise<string | undefined> {
  try {
    await loading
    return undefined
  } catch (error) {
    return oneLine(error)
  }
}
