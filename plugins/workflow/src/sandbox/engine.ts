import {asArray, asObject, asText, isObject, type Json, type JsonObject} from '@osc-cli/core'

/** What an input lacks, or has without being declared, in Mistral's words; undefined when it fits the workflow. */
export function wrongInput(name: string, {input: declared}: JsonObject, given: JsonObject): string | undefined {
  const names = asArray(declared).map((one) => (isObject(one) ? (Object.keys(one)[0] ?? '') : String(one)))
  const required = asArray(declared).filter((one) => !isObject(one))
  const missing = required.map(String).filter((key) => !(key in given))
  const unexpected = Object.keys(given).filter((key) => !names.includes(key))
  const parts = Object.entries({unexpected, missing}).filter(([, keys]) => keys.length > 0)
  if (parts.length === 0) return undefined
  const listed = parts.map(([what, keys]) => `${what}=[${keys.map((key) => `'${key}'`).join(', ')}]`)
  return `Invalid input [workflow=${name}, ${listed.join(', ')}]`
}

/** What became of a task. */
export interface TaskRun {
  name: string
  action: string | undefined
  state: 'SUCCESS' | 'ERROR'
  reason: string | null
  input: JsonObject
  /** The inputs of the actions that with-items starts. */
  items: JsonObject[] | undefined
  /** A list for with-items. */
  result: Json
  published: JsonObject
  /** The task that led to it, and how. */
  trigger: {name: string; event: string} | undefined
  /** The run of the sub-workflow that the task is. */
  sub: {workflow: string; run: WorkflowRun} | undefined
}

/** What became of a workflow. */
export interface WorkflowRun {
  state: 'SUCCESS' | 'ERROR'
  reason: string | null
  input: JsonObject
  output: JsonObject
  tasks: TaskRun[]
}

/**
 * Runs a direct workflow: std.echo, std.noop, std.fail and sub-workflows, with-items of one list, transitions by name, and of
 * expressions only `<% $.key %>` and `<% task().result %>`.
 */
export function runWorkflow(spec: JsonObject, given: JsonObject, find: (name: string) => JsonObject): WorkflowRun {
  const input = {...defaultsOf(spec), ...given}
  const context: JsonObject = {...input}
  const tasks = asObject(spec.tasks)
  const followers = Object.values(tasks).flatMap((task) => transitions.flatMap((key) => namesIn(asObject(task)[key])))
  const queue: Pick<TaskRun, 'name' | 'trigger'>[] = Object.keys(tasks)
    .filter((name) => !followers.includes(name))
    .map((name) => ({name, trigger: undefined}))
  const runs: TaskRun[] = []
  let failed: TaskRun | undefined
  for (let due = queue.shift(); due !== undefined; due = queue.shift()) {
    const {name} = due
    if (runs.some((run) => run.name === name)) continue
    const task = asObject(tasks[name])
    const run = {...runTask(name, task, context, find), trigger: due.trigger}
    runs.push(run)
    Object.assign(context, run.published)
    if (run.state === 'ERROR' && namesIn(task['on-error']).length === 0) failed ??= run
    for (const event of [run.state === 'SUCCESS' ? 'on-success' : 'on-error', 'on-complete'])
      for (const next of namesIn(task[event])) if (next in tasks) queue.push({name: next, trigger: {name, event}})
  }
  const output = asObject(evaluate(spec.output ?? {}, context, null))
  if (!failed) return {state: 'SUCCESS', reason: null, input, output, tasks: runs}
  const reason = `Failure caused by error in tasks: ${failed.name}\n\n  ${failed.name}: ${failed.reason}`
  return {state: 'ERROR', reason, input, output: {result: reason}, tasks: runs}
}

const transitions = ['on-success', 'on-error', 'on-complete']

/** A transition is one name, a list of them, or names with conditions, which count as met. */
const namesIn = (value: Json | undefined): string[] =>
  (typeof value === 'string' ? [value] : asArray(value)).flatMap((one) =>
    isObject(one) ? Object.keys(one) : [String(one)],
  )

const defaultsOf = (spec: JsonObject): JsonObject =>
  Object.assign({}, ...asArray(spec.input).map((one) => (isObject(one) ? one : {}))) as JsonObject

function runTask(name: string, task: JsonObject, context: JsonObject, find: (name: string) => JsonObject): TaskRun {
  const [action, inline] = actionOf(task)
  const inputIn = (known: JsonObject) => asObject(evaluate({...inline, ...asObject(task.input)}, known, null))
  const input = inputIn(context)
  const items = itemsOf(task, context)?.map(inputIn)
  const base = {name, action, input, items, published: {}, trigger: undefined, sub: undefined}
  const workflow = asText(task.workflow)
  if (workflow !== undefined) {
    const run = runWorkflow(find(workflow), input, find)
    return {...base, action: undefined, state: run.state, reason: run.reason, result: run.output, sub: {workflow, run}}
  }
  if (action === 'std.fail')
    return {...base, state: 'ERROR', reason: `The action raised an exception [action=${action}]`, result: null}
  const resultOf = ({output = null}: JsonObject): Json => (action === 'std.echo' ? output : null)
  const result = items ? items.map(resultOf) : resultOf(input)
  const published = asObject(evaluate(task.publish ?? {}, context, result))
  return {...base, state: 'SUCCESS', reason: null, result, published}
}

/** The context of each action of a with-items task. */
function itemsOf(task: JsonObject, context: JsonObject): JsonObject[] | undefined {
  const [, name, expression] = /^(\w+) in <%\s*(.*?)\s*%>$/.exec(asText(task['with-items']) ?? '') ?? []
  if (name === undefined || expression === undefined) return undefined
  return asArray(look(expression, context, null)).map((item) => ({...context, [name]: item}))
}

/** The action of a task and its input on the same line: `std.echo output=<% $.name %>`. */
function actionOf(task: JsonObject): [string | undefined, JsonObject] {
  const [, action, rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(asText(task.action) ?? '') ?? []
  const pairs = rest.matchAll(/(\w+)=("[^"]*"|<%.*?%>|\S+)/g)
  const inline = Object.fromEntries([...pairs].map(([, key = '', value = '']) => [key, value.replace(/^"|"$/g, '')]))
  return [action, inline]
}

/** Puts values in place of expressions. */
function evaluate(value: Json, context: JsonObject, result: Json): Json {
  if (Array.isArray(value)) return value.map((one) => evaluate(one, context, result))
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, evaluate(one ?? null, context, result)]))
  if (typeof value !== 'string') return value
  const whole = /^<%\s*(.*?)\s*%>$/.exec(value)
  if (whole) return look(whole[1] ?? '', context, result)
  return value.replace(/<%\s*(.*?)\s*%>/g, (_, text: string) => asText(look(text, context, result)) ?? '')
}

function look(expression: string, context: JsonObject, result: Json): Json {
  if (expression === 'task().result') return result
  const key = /^\$\.(\w+)$/.exec(expression)?.[1]
  return key === undefined ? expression : (context[key] ?? null)
}
