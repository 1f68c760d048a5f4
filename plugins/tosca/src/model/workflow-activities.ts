import {asObject, asText, isObject, type Json} from '@osc-cli/core'
import type {Faults} from '#faults'
import {callsIn} from '#model/calls'
import {callOf} from '#model/functions'
import {NODE_OPERATION, RELATIONSHIP_OPERATION} from '#model/interfaces'
import {checkKeys} from '#model/keys'
import type {Activity, Node, Operation, Step, Template, Workflow} from '#model/model'
import {shownText} from '#model/shown'

/** The keys of each kind of activity where it is a mapping. `outputs` is of TOSCA 2.0. */
const ACTIVITIES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['call_operation', new Set(['operation', 'inputs', 'outputs'])],
  ['set_state', new Set(['state'])],
  ['inline', new Set(['workflow', 'inputs'])],
  ['delegate', new Set(['workflow', 'inputs'])],
])

/** Checks what the activities of a workflow refer to. */
export function checkActivities(
  workflow: Workflow,
  workflows: readonly Workflow[],
  template: Template,
  faults: Faults,
): void {
  const inputs = new Set([...template.inputs, ...workflow.inputs].map(({name}) => name))
  for (const step of workflow.steps) {
    for (const {name, args, place} of callsIn(step.body.activities))
      if (name === 'get_input' && !inputs.has(asText(args[0]) ?? ''))
        faults.add(place, `step ${step.name}: there is no input ${shownText(args[0])}`)
    for (const activity of step.activities) {
      checkActivity(activity, step, faults)
      if (activity.kind === 'set_state' && !isState(stateOf(activity)))
        faults.add(activity.place, `step ${step.name}: set_state requires the name of a state`)
      if (activity.kind === 'call_operation') checkOperation(activity, step, template, faults)
      const called = workflowCalled(activity)
      if (called !== undefined) checkCall(called, activity, step, {caller: workflow, workflows, template}, faults)
    }
  }
}

function checkActivity({kind, value, place}: Activity, step: Step, faults: Faults): void {
  const keys = ACTIVITIES.get(kind)
  if (kind === 'set_state' && callOf(value)) return
  if (keys) checkKeys(value, keys, `step ${step.name}, ${kind}`, faults)
  else faults.add(place, `step ${step.name}: unknown activity ${kind}`, {name: kind, known: () => ACTIVITIES.keys()})
}

/** The state that an activity sets: a text, or a function that has one. */
export const stateOf = ({value}: Activity): Json | undefined =>
  callOf(value) || !isObject(value) ? value : asObject(value).state

const isState = (state: Json | undefined): boolean => asText(state) !== undefined || callOf(state) !== undefined

function checkOperation(activity: Activity, step: Step, {nodeNamed}: Template, faults: Faults): void {
  const called = operationCalled(activity)
  const report = (message: string): void => faults.add(activity.place, `step ${step.name}${message}`)
  if (called === '') {
    report(': call_operation requires the name of an operation')
    return
  }
  if (step.nodes.includes('')) report(` calls ${called} and has no target`)
  for (const name of step.nodes) {
    const node = nodeNamed.get(name)
    if (node && !operationOf(node, called, step) && !isNormative(called, step))
      report(`: node ${name} has no operation ${called}`)
  }
}

export const operationCalled = ({value}: Activity): string => asText(value) ?? asText(asObject(value).operation) ?? ''

/** The operation that a step calls: `Standard.create`, `tosca.interfaces.node.lifecycle.Standard.create`. */
export function operationOf(node: Node, called: string, {requirement}: Step): Operation | undefined {
  const name = called.split('.').at(-1) ?? ''
  if (requirement === undefined) return node.operations.get(name)
  const relationship = node.requirements.find((each) => each.name === requirement)?.relationship
  return relationship?.operations.find((each) => each.name === name)
}

/** Operations that every node or relationship has, and that may do nothing. */
const isNormative = (called: string, {requirement}: Step): boolean =>
  (requirement === undefined ? NODE_OPERATION : RELATIONSHIP_OPERATION).test(called)

/** The workflow that an activity calls; undefined for other activities. */
export function workflowCalled({kind, value}: Activity): string | undefined {
  if (kind !== 'inline' && kind !== 'delegate') return undefined
  return asText(value) ?? asText(asObject(value).workflow) ?? ''
}

interface Caller {
  caller: Workflow
  workflows: readonly Workflow[]
  template: Template
}

/** A workflow that is called is defined, and gets the inputs that it has. `delegate` may name one of the orchestrator. */
function checkCall(
  called: string,
  {kind, value, placeOfValue: place}: Activity,
  step: Step,
  {caller, workflows, template}: Caller,
  faults: Faults,
): void {
  const workflow = workflows.find(({name}) => name === called)
  if (!workflow) {
    if (kind === 'inline') faults.add(place, `workflow ${called} is not defined`)
    return
  }
  const given = asObject(asObject(value).inputs)
  const passed = new Set([...template.inputs, ...caller.inputs].map(({name}) => name))
  const own = new Set(workflow.inputs.map(({name}) => name))
  for (const input of Object.keys(given))
    if (!own.has(input) && !template.inputNamed.has(input))
      faults.add(place, `step ${step.name}: workflow ${called} has no input ${input}`)
  for (const {name, body} of workflow.inputs)
    if (!passed.has(name) && given[name] === undefined && body.default === undefined && body.required !== false)
      faults.add(place, `step ${step.name}: workflow ${called} requires input ${name}`)
}
