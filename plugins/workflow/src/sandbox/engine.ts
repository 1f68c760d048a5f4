import {asArray, asObject, asText, isObject, type Json, type JsonObject} from '@osc-cli/core'
import {evaluate, NotEvaluated} from '#expressions/evaluate'
import type {Known} from '#expressions/scope'
import {isTrue} from '#expressions/values'

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

/** What a workflow runs with beside its input. */
export interface Surroundings {
  env: JsonObject
  /** What `execution()` says of a run of the workflow with an input. */
  execution(input: JsonObject): JsonObject
  /** The definition of a workflow; an error where there is none. */
  find(name: string): JsonObject
  /** The task that a reverse workflow is run for. */
  target: string | undefined
}

/**
 * Runs a workflow: std.echo, std.noop, std.fail and sub-workflows, with-items, and transitions by name. Expressions are
 * those of `expressions`; others are errors.
 */
export function runWorkflow(spec: JsonObject, given: JsonObject, surroundings: Surroundings): WorkflowRun {
  const input = {...defaultsOf(spec), ...given}
  const context: JsonObject = {...input}
  const runs: TaskRun[] = []
  const {env} = surroundings
  const execution = surroundings.execution(input)
  /** What expressions know, within a task and with the variables of one of its items. */
  const knownTo = (own?: Json, item?: JsonObject): Known => ({
    context: {...context, ...item},
    env,
    execution,
    task: (name) => (name === undefined || asObject(own).name === name ? (own ?? null) : described(runs, name)),
  })
  const fail = (reason: string | null): WorkflowRun => ({
    state: 'ERROR',
    reason,
    input,
    output: {result: reason},
    tasks: runs,
  })
  const variables = attempt(() => asObject(evaluate(spec.vars ?? {}, knownTo())))
  if (variables instanceof NotEvaluated) return fail(variables.message)
  Object.assign(context, variables)
  const tasks = asObject(spec.tasks)
  const isReverse = spec.type === 'reverse'
  const first = isReverse ? [...requiredBy(surroundings.target, tasks)] : startTasks(tasks)
  const queue: Pick<TaskRun, 'name' | 'trigger'>[] = first.map((name) => ({name, trigger: undefined}))
  let failed: TaskRun | undefined
  for (let due = queue.shift(); due !== undefined; due = queue.shift()) {
    const {name} = due
    if (runs.some((run) => run.name === name)) continue
    const task = asObject(tasks[name])
    const run = {...runTask(name, task, knownTo, surroundings), trigger: due.trigger}
    runs.push(run)
    Object.assign(context, run.published)
    if (run.state === 'ERROR' && namesIn(task['on-error']).every((next) => next === 'fail')) failed ??= run
    // What requires a failed task cannot start.
    if (isReverse && failed) break
    for (const event of [run.state === 'SUCCESS' ? 'on-success' : 'on-error', 'on-complete'])
      for (const next of nextOf(task[event], knownTo(described(runs, name)))) {
        if (next instanceof NotEvaluated) return fail(next.message)
        if (next === 'fail') return fail(failed ? failureOf(failed) : null)
        if (next in tasks) queue.push({name: next, trigger: {name, event}})
      }
  }
  if (failed) return fail(failureOf(failed))
  const output = attempt(() => asObject(evaluate(spec.output ?? {}, knownTo())))
  if (output instanceof NotEvaluated) return fail(output.message)
  return {state: 'SUCCESS', reason: null, input, output, tasks: runs}
}

/** Tasks that no other task leads to. */
function startTasks(tasks: JsonObject): string[] {
  const followers = Object.values(tasks).flatMap((task) => transitions.flatMap((key) => namesIn(asObject(task)[key])))
  return Object.keys(tasks).filter((name) => !followers.includes(name))
}

/** A task of a reverse workflow after everything that it requires. */
function requiredBy(
  target: string | undefined,
  tasks: JsonObject,
  before: ReadonlySet<string> = new Set(),
): Set<string> {
  const ordered = new Set<string>()
  if (target === undefined || before.has(target)) return ordered
  const requires = namesIn(asObject(tasks[target]).requires)
  for (const name of requires)
    for (const each of requiredBy(name, tasks, new Set([...before, target]))) ordered.add(each)
  return ordered.add(target)
}

/** What `task(name)` says of a task that has run; null where none has this name. */
function described(runs: readonly TaskRun[], name: string): Json {
  const run = runs.find((one) => one.name === name)
  if (!run) return null
  const {state, reason, result, published} = run
  return {name, state, state_info: reason, result, published, type: run.sub ? 'WORKFLOW' : 'ACTION'}
}

const failureOf = ({name, reason}: TaskRun): string =>
  `Failure caused by error in tasks: ${name}\n\n  ${name}: ${reason}`

const transitions = ['on-success', 'on-error', 'on-complete']

/** The names in a transition whose conditions are met. */
const nextOf = (value: Json | undefined, known: Known): (string | NotEvaluated)[] =>
  asArray(typeof value === 'string' ? [value] : value).flatMap((one) =>
    isObject(one)
      ? Object.entries(one).flatMap(([name, condition]): (string | NotEvaluated)[] => {
          const met = attempt(() => evaluate(condition ?? null, known))
          return met instanceof NotEvaluated ? [met] : isTrue(met) ? [name] : []
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

/** Runs a task; `knownTo` is what its expressions know, given the task as it is so far and the variables of an item. */
function runTask(
  name: string,
  task: JsonObject,
  knownTo: (own: Json, item?: JsonObject) => Known,
  surroundings: Surroundings,
): TaskRun {
  const [action, inline] = actionOf(task)
  const nothing = {name, action, input: {}, items: undefined, published: {}, trigger: undefined, sub: undefined}
  const failed = (reason: string) => ({...nothing, state: 'ERROR', reason, result: null}) as const
  const running = {name, state: 'RUNNING', state_info: null, result: null}
  const run = attempt((): TaskRun => {
    const inputOf = (item?: JsonObject) =>
      asObject(evaluate({...inline, ...asObject(task.input)}, knownTo(running, item)))
    const items = itemsOf(task, knownTo(running))?.map(inputOf)
    const input = items ? {} : inputOf()
    const workflow = asText(task.workflow)
    if (workflow !== undefined) {
      const run = runWorkflow(surroundings.find(workflow), input, {
        ...surroundings,
        execution: (own) => ({...surroundings.execution(own), id: null, name: workflow}),
      })
      const {state, reason, output: result} = run
      return {...nothing, action: undefined, input, state, reason, result, sub: {workflow, run}}
    }
    if (action === 'std.fail') return {...failed(`The action raised an exception [action=${action}]`), input, items}
    const resultOf = ({output = null}: JsonObject): Json => (action === 'std.echo' ? output : null)
    const result = items ? items.map(resultOf) : resultOf(input)
    const done = {...running, state: 'SUCCESS', result}
    const published = asObject(evaluate(task.publish ?? {}, knownTo(done)))
    return {...nothing, input, items, state: 'SUCCESS', reason: null, result, published}
  })
  return run instanceof NotEvaluated ? failed(run.message) : run
}

/** The variables of each action of a with-items task; lists that are gone through together have one length. */
function itemsOf(task: JsonObject, known: Known): JsonObject[] | undefined {
  const declared = [task['with-items'] ?? []].flat().map((one) => /^\s*(\w+)\s+in\s+(.*)$/s.exec(String(one)))
  const lists = declared.flatMap((match) => {
    const [, name, text] = match ?? []
    return name === undefined || text === undefined ? [] : [{name, list: asArray(evaluate(text, known))}]
  })
  const [first] = lists
  return first?.list.map((_, at) => Object.fromEntries(lists.map(({name, list}) => [name, list[at] ?? null])))
}

/** The action of a task and its input on the same line: `std.echo output=<% $.name %>`. */
function actionOf(task: JsonObject): [string | undefined, JsonObject] {
  const [, action, rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(asText(task.action) ?? '') ?? []
  const pairs = rest.matchAll(/(\w+)=("[^"]*"|<%.*?%>|\{\{.*?\}\}|\S+)/g)
  const inline = Object.fromEntries([...pairs].map(([, key = '', value = '']) => [key, value.replace(/^"|"$/g, '')]))
  return [action, inline]
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
