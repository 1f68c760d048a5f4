import {spawn} from 'node:child_process'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Finding, LintedPlugin, Rule} from '#authoring/rules/rule'
import {asObject, asText} from '#json'
import {childEnvironment} from '#process'

/** The largest part of what an empty run of Node costs that a command's modules may add to a start. */
const BUDGET = 1

/** A busy machine makes one run slow, hardly three of them. */
const TRIES = [1, 2, 3]

/** No command loads more than a start can afford. Measured against a bare Node, so it holds on any machine. */
export const startUp: Rule = async (plugin) => {
  const bare = Math.min(...(await inTurn(TRIES, bareNode)))
  const costs = await inTurn(plugin.commands, async ({id}) => {
    const cost = await costOf(id, plugin)
    const again = cost / bare > BUDGET ? await inTurn(TRIES, () => costOf(id, plugin)) : []
    return {id, cost: Math.min(cost, ...again)}
  })
  return costs
    .filter(({cost}) => cost / bare > BUDGET)
    .map(({id, cost}): Finding => {
      const share = `${(cost / bare).toFixed(1)} times as long as an empty run of Node (maximum: ${BUDGET})`
      return {where: id, message: `Loading its modules takes ${share}. Import rarely used modules on demand.`}
    })
}

/** One after the other: what is timed must not wait for its siblings. */
async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (const item of items) results.push(await work(item))
  return results
}

/** Processor time that importing the command takes in a process that has the core already; microseconds. */
async function costOf(id: string, {root, packageJson}: LintedPlugin): Promise<number> {
  const folder = asText(asObject(packageJson.oclif).commands) ?? 'dist/commands'
  const module = pathToFileURL(join(root, folder, `${id.replaceAll(' ', '/')}.js`)).href
  const core = new URL('./index.js', import.meta.url).href
  return await cpuOf(`const {shareSdk} = await import(${JSON.stringify(core)}); shareSdk()
    const start = process.cpuUsage(); await import(${JSON.stringify(module)})
    const {user, system} = process.cpuUsage(start); console.log(user + system)`)
}

const bareNode = (): Promise<number> => cpuOf('const {user, system} = process.cpuUsage(); console.log(user + system)')

// The clock would count how busy the machine is.
const cpuOf = async (script: string): Promise<number> => Number(await output(script))

function output(script: string): Promise<string> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: childEnvironment(process.env),
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', () => resolve(text))
  })
}
