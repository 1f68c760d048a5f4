import {asArray, asObject, asText, type JsonObject, redactText} from '@osc-cli/core'

/** The task that made an execution fail: its name after those of the tasks that it is below, and why it failed. */
export interface Failure {
  path: readonly string[]
  reason: string
}

/** The deepest failed task of a report's execution; the first of several at the same depth. */
export function deepestFailure(execution: JsonObject, above: readonly string[] = []): Failure | undefined {
  const failures = objects(execution.task_executions)
    .filter(({state}) => state === 'ERROR')
    .map((task) => failureBelow(task, [...above, asText(task.name) ?? '']))
  return failures.reduce<Failure | undefined>(
    (deepest, failure) => (deepest && deepest.path.length >= failure.path.length ? deepest : failure),
    undefined,
  )
}

function failureBelow(task: JsonObject, path: readonly string[]): Failure {
  for (const execution of objects(task.workflow_executions)) {
    const deeper = deepestFailure(execution, path)
    if (deeper) return deeper
  }
  const failed = objects(task.action_executions).find(({state}) => state === 'ERROR')
  const info = [failed?.state_info, task.state_info].map(asText).find(Boolean)
  return {path, reason: firstLines(redactText(info ?? 'Mistral gives no reason.'))}
}

/** Mistral appends a traceback to the reason. */
const firstLines = (text: string): string => (text.split('Traceback (most recent call last)')[0] ?? text).trim()

const objects = (value: unknown): JsonObject[] => asArray(value).map(asObject)
