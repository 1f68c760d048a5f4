import {asObject, asText, type Json, type JsonObject} from '@osc-cli/core'
import type {Faults} from '#faults'
import {type Book, nameFor} from '#mistral/book'
import {callTask} from '#mistral/call'
import {operationTask} from '#mistral/operation'
import {asYaql} from '#mistral/yaql'
import {callOf} from '#model/functions'
import {inputValue} from '#model/inputs'
import type {Activity, Step, Template, Workflow} from '#model/model'
import {stateOf, workflowCalled} from '#model/workflow-activities'
import {placeOfKey} from '#yaml/places'

/** The inputs that a workflow has for the connections to servers. */
const CONNECTION: JsonObject = {hosts: {}, username: 'root', private_key: null}

/** Translates the workflows of a template that was checked to a Mistral workbook. What cannot be translated is added to `faults`. */
export async function workbookOf(
  template: Template,
  faults: Faults,
  values: Readonly<Record<string, string>>,
): Promise<{workbook: JsonObject; notes: string[]}> {
  const book: Book = {template, faults, notes: []}
  if (template.workflows.length === 0)
    faults.add(placeOfKey(template.body, 'topology_template'), 'the template has no workflows')
  const workflows: JsonObject = {}
  for (const workflow of template.workflows) {
    const name = nameFor(workflow.name)
    if (Object.hasOwn(workflows, name))
      faults.add(
        placeOfKey(template.topology.workflows, workflow.name),
        `workflow ${workflow.name}: its name in Mistral, ${name}, is already in use`,
      )
    workflows[name] = await workflowOf(workflow, book, values)
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

async function workflowOf(
  workflow: Workflow,
  book: Book,
  values: Readonly<Record<string, string>>,
): Promise<JsonObject> {
  const {name, body, steps} = workflow
  const {template, faults} = book
  noteLeftOut(workflow, book)
  const tasks: JsonObject = {}
  const joins = joinsOf(steps)
  for (const step of steps) {
    const own = await tasksOf(step, joins.get(step.name), workflow, book)
    const taken = Object.keys(own).find((task) => Object.hasOwn(tasks, task))
    if (taken !== undefined)
      faults.add(placeOfKey(body.steps, step.name), `step ${step.name}: its task name ${taken} is already in use`)
    Object.assign(tasks, own)
  }
  if (steps.length === 0) faults.add(placeOfKey(template.topology.workflows, name), `workflow ${name} has no steps`)
  const description = asText(body.description)?.trim()
  return {
    type: 'direct',
    ...(description && {description}),
    input: inputsOf(workflow, template, values),
    tasks,
  }
}

function noteLeftOut({name, body, steps}: Workflow, {notes}: Book): void {
  for (const [key, verb] of [
    ['preconditions', 'are'],
    ['implementation', 'is'],
    ['outputs', 'are'],
  ] as const)
    if (body[key] !== undefined) notes.push(`Workflow ${name}: ${key} ${verb} left out. Mistral has no equivalent.`)
  for (const step of steps) {
    const where = `Step ${step.name} of workflow ${name}`
    if (step.body.filter !== undefined) notes.push(`${where}: its filter is left out.`)
    if (step.body.operation_host !== undefined && step.operationHost === undefined)
      notes.push(`${where}: operation_host is left out, operations run on the server of the node.`)
  }
}

/** The inputs of the workflow and of the template, with the values that are known, and those for connections. */
function inputsOf({inputs: own}: Workflow, {inputs}: Template, values: Readonly<Record<string, string>>): Json[] {
  const all = new Map([...inputs, ...own].map((input) => [input.name, input]))
  const given = [...all.values()].map((input): Json => {
    const value = inputValue(input, values) ?? CONNECTION[input.name]
    const isRequired = value === undefined && input.body.required !== false
    return isRequired ? input.name : {[input.name]: value ?? null}
  })
  const others = Object.entries(CONNECTION).filter(([name]) => !all.has(name))
  return [...given, ...others.map(([name, value]): Json => ({[name]: value}))]
}

/** The tasks of a step: one for each activity and each node that it is for, one after the other. */
async function tasksOf(step: Step, join: JsonObject | undefined, workflow: Workflow, book: Book): Promise<JsonObject> {
  const bodies: JsonObject[] = []
  for (const activity of step.activities)
    for (const node of nodesFor(activity, step)) bodies.push(await activityTask(activity, node, step, workflow, book))
  if (bodies.length === 0) bodies.push({action: 'std.noop'})
  const failed = step.onFailure.map(nameFor)
  const task = nameFor(step.name)
  const names = bodies.map((_, index) => (index === 0 ? task : `${task}_${index + 1}`))
  return Object.fromEntries(
    bodies.map((body, index) => {
      const next = names[index + 1]
      const after = next === undefined ? step.onSuccess.map(nameFor) : [next]
      return [
        names[index] ?? '',
        {
          ...(index === 0 && join),
          ...body,
          ...(after.length > 0 && {'on-success': after}),
          ...(failed.length > 0 && {'on-error': failed}),
        },
      ]
    }),
  )
}

/** Another workflow is called once, however many nodes the step is for. */
const nodesFor = (activity: Activity, {nodes}: Step): readonly string[] =>
  workflowCalled(activity) === undefined ? nodes : nodes.slice(0, 1)

/** A step waits for all that lead to it; if failures lead to it too, for the first one. */
function joinsOf(steps: readonly Step[]): ReadonlyMap<string, JsonObject> {
  const [successes, failures] = [new Map<string, number>(), new Map<string, number>()]
  const count = (counts: Map<string, number>, names: readonly string[], tasks: number): void => {
    for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + tasks)
  }
  for (const {activities, nodes, onSuccess, onFailure} of steps) {
    count(successes, onSuccess, 1)
    count(failures, onFailure, Math.max(1, activities.length * nodes.length))
  }
  const joins = steps.flatMap(({name}): [string, JsonObject][] => {
    const [before, failed] = [successes.get(name) ?? 0, failures.get(name) ?? 0]
    return before + failed < 2 ? [] : [[name, {join: failed > 0 ? 'one' : 'all'}]]
  })
  return new Map(joins)
}

async function activityTask(
  activity: Activity,
  node: string,
  step: Step,
  workflow: Workflow,
  book: Book,
): Promise<JsonObject> {
  const called = workflowCalled(activity)
  if (called !== undefined) return callTask(called, activity, step, workflow, book)
  if (activity.kind === 'call_operation') return await operationTask(activity, node, step, workflow, book)
  const state = stateOf(activity) ?? null
  const output = callOf(state) ? {concat: [`${node}: `, state]} : `${node}: ${asText(state)}`
  const spot = {what: `step ${step.name}`, place: activity.placeOfValue}
  return {action: 'std.echo', input: {output: asYaql(output, spot, book)}}
}
