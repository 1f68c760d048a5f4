import {setTimeout as pause} from 'node:timers/promises'
import {asArray, asObject, asText, type JsonObject} from '@osc-cli/core'
import {api} from '@osc-cli/core/test/integration/support/api'
import {uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {openstack} from '@osc-cli/core/test/integration/support/openstack'
import {after} from 'mocha'
import {NESTED, TEMPLATE} from './templates.ts'

/** What Heat itself has at this path, without the key around it when there is one. */
export async function recordOf(path: string, member?: string): Promise<JsonObject> {
  const {status, body} = await api('orchestration', 'GET', path)
  if (status !== 200) throw new Error(`GET ${path}: ${status} ${JSON.stringify(body)}`)
  return asObject(member === undefined ? body : asObject(body)[member])
}

export const stackRecord = (stack: string): Promise<JsonObject> => recordOf(`/stacks/${stack}`, 'stack')

export const statusOf = async (stack: string): Promise<string> => asText((await stackRecord(stack)).stack_status) ?? ''

export async function resourceNames(stack: string): Promise<string[]> {
  const {resources} = await recordOf(`/stacks/${stack}/resources`)
  return asArray(resources)
    .map((resource) => asText(asObject(resource).resource_name) ?? '')
    .sort()
}

/** A resource of a stack as Heat has it. */
export async function resourceRecord(stack: string, name: string): Promise<JsonObject> {
  const {resources} = await recordOf(`/stacks/${stack}/resources`)
  const found = asArray(resources)
    .map(asObject)
    .find((resource) => resource.resource_name === name)
  if (!found) throw new Error(`Stack ${stack} has no resource '${name}'.`)
  return found
}

interface Making {
  template?: string
  parameters?: JsonObject
  files?: JsonObject
  /** The status that is waited for; default CREATE_COMPLETE. */
  until?: string
  /** What else POST /stacks takes. */
  more?: JsonObject
}

/** Makes a stack through the API alone, for the tests of other commands; answers with its ID. */
export async function makeStack(
  name: string,
  {template = TEMPLATE, parameters = {}, files = {}, until = 'CREATE_COMPLETE', more = {}}: Making = {},
): Promise<string> {
  const body = {stack_name: name, template, parameters, files, ...more}
  const answer = await api('orchestration', 'POST', '/stacks', body)
  if (answer.status !== 201) throw new Error(`Stack ${name}: ${answer.status} ${JSON.stringify(answer.body)}`)
  await reached(name, until)
  return asText(asObject(asObject(answer.body).stack).id) ?? ''
}

/** The same with a stack in it, which holds a stack again: `outer.middle.inner`. */
export const makeNested = (name: string, more: Making = {}): Promise<string> =>
  makeStack(name, {template: NESTED['outer.yaml'], files: NESTED, ...more})

/** Waits until the stack is in this status; an error after 30 seconds. */
export async function reached(stack: string, status: string): Promise<void> {
  let now = ''
  for (const end = Date.now() + 30_000; Date.now() < end; await pause(250)) {
    now = await statusOf(stack)
    if (now === status) return
  }
  throw new Error(`Stack ${stack} is ${now} and does not come to ${status}.`)
}

/** Waits until a hook of the stack is pending. */
export async function paused(stack: string): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await pause(250)) {
    if (JSON.stringify(await recordOf(`/stacks/${stack}/events`)).includes('paused until Hook')) return
  }
  throw new Error(`Stack ${stack} does not come to a hook.`)
}

/** Waits until nothing is done to the stack, if there is one. */
export async function settled(stack: string): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await pause(250)) {
    const {status, body} = await api('orchestration', 'GET', `/stacks/${stack}`)
    if (status === 404 || !/_IN_PROGRESS$/.test(asText(asObject(asObject(body).stack).stack_status) ?? '')) return
  }
  throw new Error(`Stack ${stack} stays in progress.`)
}

/** Waits until Heat knows the stack, or what is below it, no more. */
export async function gone(stack: string): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await pause(250)) {
    if ((await api('orchestration', 'GET', `/stacks/${stack}`)).status === 404) return
  }
  throw new Error(`Stack ${stack} does not go.`)
}

/**
 * Names for the stacks of the surrounding `describe`, which are deleted after its tests: `const fresh = stackNames()`,
 * then `fresh('web')` where a test makes one.
 */
export function stackNames(): (what: string) => string {
  const names: string[] = []
  after(async function undo() {
    this.timeout(120_000)
    for (const name of names) await api('orchestration', 'DELETE', `/stacks/${name}`)
    for (const name of names) await gone(name)
  })
  return (what) => {
    const name = uniqueName(what)
    names.push(name)
    return name
  }
}

/** Deletes with Debian's client and waits; for `undo` of comparisons. */
export async function undoStack(stack: string): Promise<void> {
  await openstack(['stack', 'delete', '--yes', stack])
  await gone(stack)
}
