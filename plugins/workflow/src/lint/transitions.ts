import {asObject, type JsonObject} from '@osc-cli/core'
import {error, type Finding, warning} from '#lint/finding'
import type {DefinedWorkflow} from '#lint/workflows'
import {ENGINE_COMMANDS, type Transition, transitionsOf} from '#transitions'

/** Transitions to nowhere, tasks that cannot start, joins, and failures that on-complete does not handle. */
export function transitionFindings({name, spec, path}: DefinedWorkflow): Finding[] {
  const transitions = transitionsOf(spec)
  const direct = spec.type === 'reverse' ? [] : directFindings(name, spec, transitions)
  const findings = [...unknownTasks(asObject(spec.tasks), transitions), ...direct]
  return findings.map((finding) => ({...finding, path: [...path, ...finding.path]}))
}

function directFindings(name: string, spec: JsonObject, transitions: readonly Transition[]): Finding[] {
  const tasks = Object.entries(asObject(spec.tasks))
  const findings = tasks.flatMap(([task, value]) => [
    ...joinFindings(task, asObject(value), transitions),
    ...unhandledFailure(task, asObject(value), asObject(spec['task-defaults'])),
  ])
  const isStuck = tasks.length > 0 && tasks.every(([task]) => transitions.some(({to}) => to === task))
  if (!isStuck) return findings
  return [
    ...findings,
    error('no-start', ['tasks'], `Workflow '${name}' does not have a start task: every task follows another one.`),
  ]
}

function unknownTasks(tasks: JsonObject, transitions: readonly Transition[]): Finding[] {
  return transitions.flatMap(({from, to, event, path}) => {
    const target = event === 'requires' ? from : to
    const isKnown = Object.hasOwn(tasks, target) || (event !== 'requires' && ENGINE_COMMANDS.includes(target))
    return isKnown ? [] : [error('unknown-task', path, `Task '${target}' does not exist.`)]
  })
}

function joinFindings(name: string, {join}: JsonObject, transitions: readonly Transition[]): Finding[] {
  if (join === undefined) return []
  const path = ['tasks', name, 'join']
  const inbound = new Set(transitions.filter(({to}) => to === name).map(({from}) => from)).size
  const needed = join === 'all' || join === 'one' ? 1 : Number(join)
  if (inbound < needed) {
    const counts = `required: ${needed}, found: ${inbound}`
    return [
      error('join', path, `Task '${name}' can never start: \`join\` needs more preceding tasks (${counts}).`, 'key'),
    ]
  }
  const message = `Task '${name}' can wait forever: \`join\` hangs on Mistral 15 (Zed). Run the tasks one after the other.`
  return [warning('join', path, message)]
}

function unhandledFailure(name: string, task: JsonObject, defaults: JsonObject): Finding[] {
  const handles = (key: string) => (task[key] ?? defaults[key]) !== undefined
  if (!handles('on-complete') || handles('on-error')) return []
  const path = task['on-complete'] === undefined ? ['task-defaults', 'on-complete'] : ['tasks', name, 'on-complete']
  const message = `If task '${name}' fails, the workflow fails at its end: add 'on-error: noop' to continue.`
  return [warning('on-complete', path, message)]
}
