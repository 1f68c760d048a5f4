import {asObject, asText, type Json, type JsonObject} from '@osc-cli/core'
import type {Faults} from '#faults'
import {type Book, nameFor} from '#mistral/book'
import {callTask} from '#mistral/call'
import {operationTask} from '#mistral/operation'
import {type Step, stepsOf} from '#mistral/steps'
import {asYaql} from '#mistral/yaql'
import {inputValue} from '#model/inputs'
import type {Template} from '#model/model'
import {placeOfKey, placeOfValue} from '#yaml/places'

/** The inputs that a workflow has for the connections to servers. */
const CONNECTION: Json[] = [{hosts: {}}, {username: 'root'}, {private_key: null}]

/** Translates the workflows of a template to a Mistral workbook. What cannot be translated is noted, or is a fault. */
export async function workbookOf(
  template: Template,
  faults: Faults,
  values: Readonly<Record<string, string>>,
): Promise<{workbook: JsonObject; notes: string[]}> {
  const book: Book = {template, faults, notes: [], workflows: asObject(template.topology.workflows)}
  const names = Object.keys(book.workflows)
  if (names.length === 0) faults.add(placeOfKey(template.body, 'topology_template'), 'the template has no workflows')
  const workflows: JsonObject = {}
  for (const name of names) {
    const own = nameFor(name)
    if (Object.hasOwn(workflows, own))
      faults.add(placeOfKey(book.workflows, name), `workflow ${name}: its name in Mistral, ${own}, is already in use`)
    workflows[own] = await workflowOf(name, book, values)
  }
  const title = asText(asObject(template.body.metadata).template_name) ?? template.file.replace(/^.*[/\\]|\.\w+$/g, '')
  const workbook = {
    version: '2.0',
    name: nameFor(title),
    ...(template.description && {description: template.description.trim()}),
    workflows,
  }
  return {workbook, notes: book.notes}
}

async function workflowOf(name: string, book: Book, values: Readonly<Record<string, string>>): Promise<JsonObject> {
  const body = asObject(book.workflows[name])
  for (const key of ['preconditions', 'implementation', 'outputs'])
    if (body[key] !== undefined) book.notes.push(`Workflow ${name}: ${key} is left out, Mistral has nothing for it.`)
  const steps = stepsOf(name, body, book)
  const tasks: JsonObject = {}
  for (const step of steps) {
    const own = await tasksOf(step, steps, book)
    const taken = Object.keys(own).find((task) => Object.hasOwn(tasks, task))
    if (taken !== undefined)
      book.faults.add(placeOfKey(body.steps, step.name), `step ${step.name}: its task name ${taken} is already in use`)
    Object.assign(tasks, own)
  }
  if (steps.length === 0) book.faults.add(placeOfKey(book.workflows, name), `workflow ${name} has no steps`)
  const description = asText(body.description)?.trim()
  return {
    type: 'direct',
    ...(description && {description}),
    input: [...inputsOf(body, book.template, values), ...CONNECTION],
    tasks,
  }
}

/** The inputs of the workflow and of the template, with the values that are known. */
function inputsOf(body: JsonObject, {inputs}: Template, values: Readonly<Record<string, string>>): Json[] {
  const own = Object.entries(asObject(body.inputs)).map(([name, each]) => ({name, body: asObject(each)}))
  const all = new Map([...inputs, ...own].map((input) => [input.name, input]))
  return [...all.values()].map((input): Json => {
    const value = inputValue(input, values)
    return value === undefined ? input.name : {[input.name]: value}
  })
}

/** The tasks of a step: one for each activity and each node that it is for, one after the other. */
async function tasksOf(step: Step, steps: readonly Step[], book: Book): Promise<JsonObject> {
  const bodies: JsonObject[] = []
  for (const activity of step.activities)
    for (const node of nodesFor(activity, step)) bodies.push(await activityTask(activity, node, step, book))
  if (bodies.length === 0) bodies.push({action: 'std.noop'})
  const failed = step.onFailure.map(nameFor)
  const names = bodies.map((_, index) => (index === 0 ? step.task : `${step.task}_${index + 1}`))
  return Object.fromEntries(
    bodies.map((body, index) => {
      const next = names[index + 1]
      const after = next === undefined ? step.onSuccess.map(nameFor) : [next]
      return [
        names[index] ?? '',
        {
          ...(index === 0 && joinOf(step, steps)),
          ...body,
          ...(after.length > 0 && {'on-success': after}),
          ...(failed.length > 0 && {'on-error': failed}),
        },
      ]
    }),
  )
}

/** Another workflow is called once, however many nodes the step is for. */
const nodesFor = (activity: JsonObject, {nodes}: Step): readonly string[] =>
  'inline' in activity || 'delegate' in activity ? nodes.slice(0, 1) : nodes

/** A step waits for all that lead to it; if failures lead to it too, for the first one. */
function joinOf({name}: Step, steps: readonly Step[]): JsonObject {
  const before = steps.filter(({onSuccess}) => onSuccess.includes(name)).length
  const failures = steps.filter(({onFailure}) => onFailure.includes(name))
  const fromFailures = failures.reduce(
    (sum, {activities, nodes}) => sum + Math.max(1, activities.length * nodes.length),
    0,
  )
  if (before + fromFailures < 2) return {}
  return {join: fromFailures > 0 ? 'one' : 'all'}
}

async function activityTask(activity: JsonObject, node: string, step: Step, book: Book): Promise<JsonObject> {
  const [[kind, value = null] = ['', null]] = Object.entries(activity)
  switch (kind) {
    case 'call_operation':
      return await operationTask(value, node, step, book)
    case 'set_state': {
      const state = asText(value) ?? asText(asObject(value).state) ?? ''
      const spot = {what: `step ${step.name}`, place: placeOfValue(activity, kind)}
      return {action: 'std.echo', input: {output: asYaql(`${node}: ${state}`, spot, book)}}
    }
    case 'inline':
    case 'delegate':
      return callTask(value, placeOfValue(activity, kind), step, book)
    default:
      book.faults.add(placeOfKey(activity, kind), `step ${step.name}: unknown activity ${kind}`)
      return {action: 'std.noop'}
  }
}
