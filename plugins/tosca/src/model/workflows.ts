import {asArray, asObject, asText, isObject, type Json, type JsonObject} from '@osc-cli/core'
import type {Faults} from '#faults'
import {cycleText, findCycles} from '#model/cycles'
import {checkParameters} from '#model/inputs'
import {checkKeys, KEYS} from '#model/keys'
import type {Activity, Step, Template, Workflow} from '#model/model'
import {checkParts, WORKFLOW_PARTS} from '#model/parts'
import {checkActivities, workflowCalled} from '#model/workflow-activities'
import {placeOfKey, placeOfValue} from '#yaml/places'

/** The workflows of a template, checked; `values` are given for inputs. */
export function buildWorkflows(
  template: Template,
  values: Readonly<Record<string, string>>,
  faults: Faults,
): Workflow[] {
  const bodies = asObject(template.topology.workflows)
  const workflows = Object.keys(bodies).map((name) => workflowOf(name, bodies, template, faults))
  for (const workflow of workflows) {
    checkParameters(workflow.inputs, workflow.body.inputs, template.types, values, faults)
    checkActivities(workflow, workflows, template, faults)
  }
  checkCalls(workflows, faults)
  return workflows
}

function workflowOf(name: string, bodies: JsonObject, template: Template, faults: Faults): Workflow {
  const what = `workflow ${name}`
  if (!isObject(bodies[name])) faults.add(placeOfKey(bodies, name), `${what} must be a mapping`)
  const body = asObject(bodies[name])
  checkKeys(body, KEYS.workflow, what, faults)
  checkParts(body, WORKFLOW_PARTS, `${what}: `, faults)
  const [inputs, steps] = [asObject(body.inputs), asObject(body.steps)]
  checkOrder(steps, faults)
  return {
    name,
    body,
    inputs: Object.entries(inputs).map(([input, each]) => ({name: input, body: asObject(each)})),
    steps: Object.keys(steps).map((step) => stepOf(step, steps, template, faults)),
  }
}

function stepOf(name: string, steps: JsonObject, template: Template, faults: Faults): Step {
  if (steps[name] !== null && !isObject(steps[name]))
    faults.add(placeOfKey(steps, name), `step ${name} must be a mapping`)
  const body = asObject(steps[name])
  checkKeys(body, KEYS.step, `step ${name}`, faults)
  const next = (key: string): string[] => {
    const names = textsOf(body[key])
    for (const each of names)
      if (!Object.hasOwn(steps, each))
        faults.add(placeOfValue(body, key), `step ${name}: there is no step ${each}`, {
          name: each,
          known: () => Object.keys(steps),
        })
    return names
  }
  const nodes = targetsOf(name, body, template, faults)
  const requirement = asText(body.target_relationship)
  if (requirement !== undefined) checkRelationship(name, body, requirement, nodes, template, faults)
  const operationHost = asText(body.operation_host)
  const isEnd = requirement !== undefined && ['SOURCE', 'TARGET'].includes(operationHost ?? '')
  return {
    name,
    body,
    nodes,
    requirement,
    operationHost: isEnd ? operationHost : undefined,
    activities: activitiesOf(name, body, faults),
    onSuccess: next('on_success'),
    onFailure: next('on_failure'),
  }
}

const textsOf = (value: Json | undefined): string[] => [value ?? []].flat().flatMap((each) => asText(each) ?? [])

/** The nodes of the target of a step. A step without one has an unnamed node: calls of other workflows need none. */
function targetsOf(name: string, body: JsonObject, {topology, groups}: Template, faults: Faults): string[] {
  const target = asText(body.target)
  if (target === undefined) return ['']
  const group = groups.find((each) => each.name === target)
  if (group) return group.members
  const isKnown = [topology.node_templates, topology.groups].some((each) => Object.hasOwn(asObject(each), target))
  if (!isKnown) faults.add(placeOfValue(body, 'target'), `step ${name}: target ${target} is not a node or group`)
  return [target]
}

/** The relationship of a step is that of a requirement of its targets. */
function checkRelationship(
  name: string,
  body: JsonObject,
  requirement: string,
  targets: readonly string[],
  {nodeNamed}: Template,
  faults: Faults,
): void {
  for (const target of targets) {
    const {requirements} = nodeNamed.get(target) ?? {}
    if (requirements && !requirements.some((each) => each.name === requirement))
      faults.add(
        placeOfValue(body, 'target_relationship'),
        `step ${name}: node ${target} has no requirement ${requirement}`,
      )
  }
}

function activitiesOf(name: string, body: JsonObject, faults: Faults): Activity[] {
  const {activities} = body
  if (activities !== undefined && !Array.isArray(activities))
    faults.add(placeOfKey(body, 'activities'), `step ${name}: activities must be a list`)
  return asArray(activities).flatMap((activity, index): Activity[] => {
    const report = (message: string): void => faults.add(placeOfValue(activities, index), `step ${name}: ${message}`)
    if (!isObject(activity)) report('an activity must be a mapping')
    else if (Object.keys(activity).length !== 1) report('an activity must have only one key')
    return Object.entries(asObject(activity))
      .slice(0, 1)
      .map(([kind, value]) => ({
        kind,
        value: value ?? null,
        place: placeOfKey(activity, kind),
        placeOfValue: placeOfValue(activity, kind),
      }))
  })
}

/** Steps that follow each other in a circle never begin: each waits for another one. */
function checkOrder(steps: JsonObject, faults: Faults): void {
  const linksOf = (name: string) =>
    ['on_success', 'on_failure'].flatMap((key) => {
      const step = asObject(steps[name])
      return textsOf(step[key]).map((to) => ({to, place: placeOfValue(step, key)}))
    })
  findCycles(Object.keys(steps), linksOf, (place, names) =>
    faults.add(place, `the steps form a cycle: ${cycleText(names)}`),
  )
}

/** Workflows that call each other in a circle never end. */
function checkCalls(workflows: readonly Workflow[], faults: Faults): void {
  const byName = new Map(workflows.map((workflow) => [workflow.name, workflow]))
  const linksOf = ({steps}: Workflow) =>
    steps.flatMap(({activities}) =>
      activities.flatMap((activity) => {
        const to = byName.get(workflowCalled(activity) ?? '')
        return to ? [{to, place: activity.placeOfValue}] : []
      }),
    )
  findCycles(workflows, linksOf, (place, cycle) =>
    faults.add(place, `the workflows form a cycle: ${cycleText(cycle.map(({name}) => name))}`),
  )
}
