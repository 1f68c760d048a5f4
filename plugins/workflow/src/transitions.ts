import {asObject, isObject, type Json, type JsonObject} from '@osc-cli/core'
import type {Path} from '#lint/finding'

/** What Mistral does instead of running a task of that name. */
export const ENGINE_COMMANDS: readonly string[] = ['noop', 'fail', 'succeed', 'pause']

export const EVENTS = ['on-success', 'on-error', 'on-complete', 'on-skip'] as const

/** A transition from one task to the next. */
export interface Transition {
  from: string
  to: string
  event: (typeof EVENTS)[number] | 'requires'
  /** The expression that must be true. */
  condition?: string
  /** Its path below the workflow. */
  path: Path
}

/** All transitions of a workflow, in the order of its tasks; those of a reverse workflow lead from what is required. */
export function transitionsOf(workflow: JsonObject): Transition[] {
  const defaults = asObject(workflow['task-defaults'])
  return Object.entries(asObject(workflow.tasks)).flatMap(([name, spec]) => {
    const task = asObject(spec)
    const clauses = EVENTS.flatMap((event) => {
      const own = targets(task[event])
      const where: Path = own.length > 0 ? ['tasks', name, event] : ['task-defaults', event]
      const used = own.length > 0 ? own : targets(defaults[event]).filter(({to}) => to !== name)
      return used.map(({path, ...target}) => ({from: name, event, ...target, path: [...where, ...path]}))
    })
    const required = [...requirements(task, ['tasks', name]), ...requirements(defaults, ['task-defaults'])]
    return [...clauses, ...required.filter(({from}) => from !== name).map((each) => ({...each, to: name}))]
  })
}

function requirements({requires}: JsonObject, where: Path): Omit<Transition, 'to'>[] {
  const names = typeof requires === 'string' ? [requires] : Array.isArray(requires) ? requires : []
  return names.map((name, index) => ({
    from: String(name),
    event: 'requires',
    path: [...where, 'requires', ...(typeof requires === 'string' ? [] : [index])],
  }))
}

type Target = Pick<Transition, 'to' | 'condition' | 'path'>

/** A clause is a name, a name with a condition, a list of both, or an object whose `next` is one of these. */
function targets(clause: Json | undefined, path: Path = []): Target[] {
  if (typeof clause === 'string') return [{to: nameIn(clause), path}]
  if (Array.isArray(clause)) return clause.flatMap((each, index) => targets(each, [...path, index]))
  if (!isObject(clause)) return []
  if ('next' in clause || 'publish' in clause) return targets(clause.next, [...path, 'next'])
  return Object.entries(clause).map(([name, condition]) => ({
    to: nameIn(name),
    path: [...path, name],
    ...(typeof condition === 'string' && {condition}),
  }))
}

/** `fail` of `fail msg="x"` and `fail(msg="x")`. */
const nameIn = (text: string): string => /^[^\s(]*/.exec(text)?.[0] ?? text
