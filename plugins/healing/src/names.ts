import {createHash} from 'node:crypto'
import {asArray, asObject, asText, storedJson} from '@osc-cli/core'

/** The workflow that replaces servers, and the workbook that it comes with. */
export const WORKBOOK = 'osc.healing.v1'
export const REPLACE_SERVER = `${WORKBOOK}.replace_server`
/** The event that starts the workflow by default. */
export const DELETED_SERVER = 'compute.instance.delete.end'
/** The version of the workbook that comes with this plugin; a tag of it says so. */
export const WORKBOOK_VERSION = 1

/** The version in the tags of a workbook; undefined when osc did not create it. */
export function workbookVersion(tags: readonly unknown[]): number | undefined {
  const versions = tags.flatMap((tag) => /^osc-healing-(\d+)$/.exec(String(tag))?.[1] ?? [])
  return versions.length === 0 ? undefined : Math.max(...versions.map(Number))
}

const PREFIX = 'healing-'

/**
 * The name of a stack's queue and alarm. Zaqar takes 64 letters, digits, underscores and dashes; stacks may have dots, which
 * are written as `_-`, and an underscore as two, so that no two stacks have the same name.
 */
export function healingName(stack: string): string {
  const name = `${PREFIX}${stack.replaceAll('_', '__').replaceAll('.', '_-')}`
  return name.length <= 64 ? name : `${PREFIX}${createHash('sha256').update(stack).digest('hex').slice(0, 32)}`
}

/** What the description of an alarm says about the healing, which outlives the subscription. Values of inputs may be secret. */
export interface AlarmNote {
  stack: string
  workflow: string
  /** Names of additional inputs of the workflow. */
  inputs: string[]
  resources: string[]
}

/** The description of a stack's alarm: `Heals stack web`, and what differs from the defaults as JSON. */
export function alarmDescription({stack, workflow, inputs, resources}: AlarmNote): string {
  const options = {
    ...(workflow !== REPLACE_SERVER && {workflow}),
    ...(inputs.length > 0 && {inputs}),
    ...(resources.length > 0 && {resources}),
  }
  return Object.keys(options).length === 0 ? `Heals stack ${stack}` : `Heals stack ${stack} ${JSON.stringify(options)}`
}

/** What such a description says; undefined when it is another one. */
export function noteIn(description: string): AlarmNote | undefined {
  const [, stack, json] = /^Heals stack (\S+)(?: (\{.*\}))?$/.exec(description) ?? []
  if (stack === undefined) return undefined
  const {workflow, inputs, resources} = asObject(storedJson(json))
  return {
    stack,
    workflow: asText(workflow) ?? REPLACE_SERVER,
    inputs: asArray(inputs).map(String),
    resources: asArray(resources).map(String),
  }
}

/** The command line that enables or renews healing. Only names that Heat allows are safe in a shell. */
export const enableLine = (stack: string): string =>
  `osc healing enable ${/^[a-z][\w.-]*$/i.test(stack) ? stack : 'STACK'}`

/** The stack with this healing, unless its name is too long for it. */
export const stackOf = (name: string): string =>
  name.slice(PREFIX.length).replaceAll(/_[_-]/g, (pair) => (pair === '__' ? '_' : '.'))

export const isHealingName = (name: string): boolean => name.startsWith(PREFIX)
