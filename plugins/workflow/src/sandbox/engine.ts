import {asArray, asObject, asText, decodeJson, isObject, type Json, type JsonObject} from '@osc-cli/core'

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
 * expressions only `<% $.key.key %>`, `<% task().result %>`, `<% task(name).result %>`, literals and comparisons of these; others are errors.
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
  const fail = (reason: string | null): WorkflowRun => ({
    state: 'ERROR',
    reason,
    input,
    output: {result: reason},
    tasks: runs,
  })
  for (let due = queue.shift(); due !== undefined; due = queue.shift()) {
    const {name} = due
    if (runs.some((run) => run.name === name)) continue
    const task = asObject(tasks[name])
    const results = Object.fromEntries(runs.map((earlier) => [earlier.name, earlier.result]))
    const run = {
      ...runTask(name, task, (own, item) => lookIn({...context, ...item}, results, own), find),
      trigger: due.trigger,
    }
    runs.push(run)
    Object.assign(context, run.published)
    if (run.state === 'ERROR' && namesIn(task['on-error']).every((next) => next === 'fail')) failed ??= run
    for (const event of [run.state === 'SUCCESS' ? 'on-success' : 'on-error', 'on-complete'])
      for (const next of nextOf(task[event], lookIn(context, {...results, [name]: run.result}, run.result))) {
        if (next instanceof NotEvaluated) return fail(next.message)
        if (next === 'fail') return fail(failed ? failureOf(failed) : null)
        if (next in tasks) queue.push({name: next, trigger: {name, event}})
      }
  }
  if (failed) return fail(failureOf(failed))
  const output = attempt(() => asObject(evaluate(spec.output ?? {}, lookIn(context))))
  if (output instanceof NotEvaluated) return fail(output.message)
  return {state: 'SUCCESS', reason: null, input, output, tasks: runs}
}

const failureOf = ({name, reason}: TaskRun): string =>
  `Failure caused by error in tasks: ${name}\n\n  ${name}: ${reason}`

const transitions = ['on-success', 'on-error', 'on-complete']

/** The names in a transition whose conditions are met. */
const nextOf = (value: Json | undefined, look: Look): (string | NotEvaluated)[] =>
  asArray(typeof value === 'string' ? [value] : value).flatMap((one) =>
    isObject(one)
      ? Object.entries(one).flatMap(([name, condition]): (string | NotEvaluated)[] => {
          const met = attempt(() => evaluate(condition ?? null, look))
          return met instanceof NotEvaluated ? [met] : met ? [name] : []
        })
      : [String(one)],
  )

/** A transition is one name, a list of them, or names with conditions. */
const namesIn = (value: Json | undefined): string[] =>
  (typeof value === 'string' ? [value] : asArray(value)).flatMap((one) =>
    isObject(one) ? Object.keys(one) : [String(one)],
  )

const defaultsOf = (spec: JsonObject): JsonObject =>
  Object.assign({}, ...asArray(spec.input).map((one) => (isObject(one) ? one : {}))) as JsonObject

/** Runs a task; `look` finds the values of expressions, given the task's own result. */
function runTask(
  name: string,
  task: JsonObject,
  look: (own: Json, item?: JsonObject) => Look,
  find: (name: string) => JsonObject,
): TaskRun {
  const [action, inline] = actionOf(task)
  const nothing = {name, action, input: {}, items: undefined, published: {}, trigger: undefined, sub: undefined}
  const failed = (reason: string) => ({...nothing, state: 'ERROR', reason, result: null}) as const
  const run = attempt((): TaskRun => {
    const inputOf = (known: Look) => asObject(evaluate({...inline, ...asObject(task.input)}, known))
    const items = itemsOf(task, look(null))?.map((item) => inputOf(look(null, item)))
    const input = items ? {} : inputOf(look(null))
    const workflow = asText(task.workflow)
    if (workflow !== undefined) {
      const run = runWorkflow(find(workflow), input, find)
      const {state, reason, output: result} = run
      return {...nothing, action: undefined, input, state, reason, result, sub: {workflow, run}}
    }
    if (action === 'std.fail') return {...failed(`The action raised an exception [action=${action}]`), input, items}
    const resultOf = ({output = null}: JsonObject): Json => (action === 'std.echo' ? output : null)
    const result = items ? items.map(resultOf) : resultOf(input)
    const published = asObject(evaluate(task.publish ?? {}, look(result)))
    return {...nothing, input, items, state: 'SUCCESS', reason: null, result, published}
  })
  return run instanceof NotEvaluated ? failed(run.message) : run
}

/** The variables of each action of a with-items task. */
function itemsOf(task: JsonObject, look: Look): JsonObject[] | undefined {
  const [, name, expression] = /^(\w+) in <%\s*(.*?)\s*%>$/.exec(asText(task['with-items']) ?? '') ?? []
  if (name === undefined || expression === undefined) return undefined
  return asArray(look(expression)).map((item) => ({[name]: item}))
}

/** The action of a task and its input on the same line: `std.echo output=<% $.name %>`. */
function actionOf(task: JsonObject): [string | undefined, JsonObject] {
  const [, action, rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(asText(task.action) ?? '') ?? []
  const pairs = rest.matchAll(/(\w+)=("[^"]*"|<%.*?%>|\S+)/g)
  const inline = Object.fromEntries([...pairs].map(([, key = '', value = '']) => [key, value.replace(/^"|"$/g, '')]))
  return [action, inline]
}

/** Puts values in place of expressions. */
function evaluate(value: Json, look: Look): Json {
  if (Array.isArray(value)) return value.map((one) => evaluate(one, look))
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, evaluate(one ?? null, look)]))
  if (typeof value !== 'string') return value
  const whole = /^<%\s*((?:(?!%>).)*?)\s*%>$/.exec(value)
  if (whole) return look(whole[1] ?? '')
  return value.replace(/<%\s*(.*?)\s*%>/g, (_, text: string) => asText(look(text)) ?? '')
}

/** An expression that the sandbox cannot evaluate, in Mistral's words. */
class NotEvaluated extends Error {
  constructor(expression: string) {
    super(`Can not evaluate YAQL expression [expression=${expression}, error=The sandbox does not support it]`)
  }
}

/** What `run` returns, or the NotEvaluated that it throws. */
function attempt<T>(run: () => T): T | NotEvaluated {
  try {
    return run()
  } catch (cause) {
    if (cause instanceof NotEvaluated) return cause
    throw cause
  }
}

/** The value of an expression; NotEvaluated when the sandbox does not support it. */
type Look = (expression: string) => Json

/** Finds values in the context, in the results of earlier tasks, and in the task's own result. */
function lookIn(context: JsonObject, results: JsonObject = {}, own: Json = null): Look {
  return (expression) => {
    const [, left, operator, right] = /^(.+?) (=|!=|<=|<|>=|>) (.+)$/.exec(expression) ?? []
    const compare = COMPARISONS[operator ?? '']
    if (compare && left !== undefined && right !== undefined) {
      const look = lookIn(context, results, own)
      return compare(look(left.trim()), look(right.trim()))
    }
    const [, start, task, path] = /^(\$|task\((\w*)\)\.result)((?:\.\w+)*)$/.exec(expression) ?? []
    if (start === undefined || path === undefined) return literal(expression)
    const root = start === '$' ? context : task === '' ? own : (results[task ?? ''] ?? null)
    return path
      .split('.')
      .slice(1)
      .reduce((value: Json, key) => asObject(value)[key] ?? null, root)
  }
}

type Comparison = (left: Json, right: Json) => boolean

const equal: Comparison = (left, right) => JSON.stringify(left) === JSON.stringify(right)

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  '=': equal,
  '!=': (left, right) => !equal(left, right),
  '<': (left, right) => Number(left) < Number(right),
  '<=': (left, right) => Number(left) <= Number(right),
  '>': (left, right) => Number(left) > Number(right),
  '>=': (left, right) => Number(left) >= Number(right),
}

function literal(expression: string): Json {
  try {
    return decodeJson(expression)
  } catch {
    throw new NotEvaluated(expression)
  }
}
