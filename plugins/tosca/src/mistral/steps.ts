import {asArray, asObject, asText, isObject, type Json, type JsonObject} from '@osc-cli/core'
import {type Book, nameFor} from '#mistral/book'
import {callsIn} from '#model/calls'
import {findCycles} from '#model/cycles'
import {shownText} from '#model/shown'
import {placeOfKey, placeOfValue} from '#yaml/places'

/** A step of a workflow. */
export interface Step {
  name: string
  /** Its name in Mistral. */
  task: string
  /** The nodes that it is for. */
  nodes: string[]
  /** The requirement whose relationship has the operations. */
  requirement: string | undefined
  /** Which end of that relationship runs its operations, where the step says so. */
  operationHost: string | undefined
  /** The own inputs of its workflow. */
  inputs: readonly string[]
  activities: JsonObject[]
  onSuccess: string[]
  onFailure: string[]
}

const KEYS = new Set([
  'target',
  'target_relationship',
  'operation_host',
  'filter',
  'activities',
  'on_success',
  'on_failure',
  'description',
  'metadata',
])

/** The steps of a workflow; unknown keys, inputs, targets and successors are faults. */
export function stepsOf(workflow: string, body: JsonObject, book: Book): Step[] {
  const {faults, notes} = book
  const steps = asObject(body.steps)
  const inputs = Object.keys(asObject(body.inputs))
  const known = new Set([...book.template.inputs.map((input) => input.name), ...inputs])
  checkCycles(steps, book)
  return Object.entries(steps).map(([name, value]) => {
    const step = asObject(value)
    for (const key of Object.keys(step))
      if (!KEYS.has(key)) faults.add(placeOfKey(step, key), `step ${name}: unknown key ${key}`)
    if (step.filter !== undefined) notes.push(`Step ${name} of workflow ${workflow}: its filter is left out.`)
    const operationHost = asText(step.operation_host)
    const isEnd = step.target_relationship !== undefined && ['SOURCE', 'TARGET'].includes(operationHost ?? '')
    if (operationHost !== undefined && !isEnd)
      notes.push(
        `Step ${name} of workflow ${workflow}: operation_host is left out, operations run on the server of the node.`,
      )
    const next = (key: string): string[] => {
      const names = textsOf(step[key])
      for (const each of names)
        if (!Object.hasOwn(steps, each)) faults.add(placeOfValue(step, key), `step ${name}: there is no step ${each}`)
      return names
    }
    if (step.activities !== undefined && !Array.isArray(step.activities))
      faults.add(placeOfKey(step, 'activities'), `step ${name}: activities must be a list`)
    for (const [index, activity] of asArray(step.activities).entries())
      if (!isObject(activity))
        faults.add(placeOfValue(step.activities, index), `step ${name}: an activity must be a mapping`)
      else if (Object.keys(activity).length > 1)
        faults.add(placeOfValue(step.activities, index), `step ${name}: an activity must have only one key`)
    for (const {name: call, args, place} of callsIn(step.activities))
      if (call === 'get_input' && !known.has(asText(args[0]) ?? ''))
        faults.add(place, `step ${name}: there is no input ${shownText(args[0])}`)
    const nodes = targetsOf(name, step, book)
    checkRelationship(name, step, nodes, book)
    return {
      name,
      task: nameFor(name),
      nodes,
      requirement: asText(step.target_relationship),
      operationHost: isEnd ? operationHost : undefined,
      inputs,
      activities: asArray(step.activities).filter(isObject),
      onSuccess: next('on_success'),
      onFailure: next('on_failure'),
    }
  })
}

const textsOf = (value: Json | undefined): string[] => [value ?? []].flat().flatMap((each) => asText(each) ?? [])

function targetsOf(name: string, step: JsonObject, {template, faults}: Book): string[] {
  const target = asText(step.target)
  if (target === undefined) {
    // Calls of other workflows need no node.
    return ['']
  }
  const group = template.groups.find((each) => each.name === target)
  if (group) return group.members
  if (!template.nodes.some((node) => node.name === target))
    faults.add(placeOfValue(step, 'target'), `step ${name}: target ${target} is not a node or group`)
  return [target]
}

/** The relationship of a step is that of a requirement of its targets. */
function checkRelationship(name: string, step: JsonObject, nodes: readonly string[], {template, faults}: Book): void {
  const requirement = asText(step.target_relationship)
  if (requirement === undefined) return
  for (const node of template.nodes)
    if (nodes.includes(node.name) && !node.requirements.some((each) => each.name === requirement))
      faults.add(
        placeOfValue(step, 'target_relationship'),
        `step ${name}: node ${node.name} has no requirement ${requirement}`,
      )
}

/** Steps that follow each other in a circle: Mistral runs a task once only, and would wait for ever. */
function checkCycles(steps: JsonObject, {faults}: Book): void {
  const linksOf = (name: string) =>
    ['on_success', 'on_failure'].flatMap((key) => {
      const step = asObject(steps[name])
      return textsOf(step[key]).map((to) => ({to, place: placeOfValue(step, key)}))
    })
  findCycles(Object.keys(steps), linksOf, (place, names) =>
    faults.add(place, `the steps form a cycle: ${names.join(' -> ')}`),
  )
}
