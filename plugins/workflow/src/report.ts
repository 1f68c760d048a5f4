import {asArray, asObject, asText, type JsonObject, redactText} from '@osc-cli/core'

const FRAME = '='.repeat(30)
const INDENT = ' '.repeat(4)

/** The report of an execution, in the layout of mistralclient. */
export function reportLines({statistics, root_workflow_execution: root}: JsonObject): string[] {
  return [
    '',
    "Show why a task failed: osc task execution show <id> -c 'State info'",
    '',
    `${FRAME} General Statistics ${FRAME}`,
    '',
    ...statisticsLines(asObject(statistics)),
    ...(root === undefined ? [] : [`${FRAME} Workflow Execution Tree ${FRAME}`, '', ...executionLines(asObject(root))]),
  ]
}

function statisticsLines(statistics: JsonObject): string[] {
  const states = ['success', 'error', 'running', 'idle', 'paused']
  const counts = states.map(
    (state) => `Number of tasks in ${state.toUpperCase()} state: ${asText(statistics[`${state}_tasks_count`]) ?? '0'}`,
  )
  const estimate = asText(statistics.estimated_time)
  const end = estimate ? [`Estimated time (seconds) for the execution to finish: ${estimate}`, ''] : []
  return [...counts, '', ...end]
}

const executionLines = (execution: JsonObject): string[] => [
  entry('workflow', execution),
  ...indent(objects(execution.task_executions).flatMap(taskLines)),
]

const taskLines = (task: JsonObject): string[] => [
  entry('task', task),
  ...(task.retry_count === undefined ? [] : [`(retry count: ${task.retry_count})`]),
  ...reasonLines(task, true),
  ...indent(objects(task.action_executions).flatMap((action) => [entry('action', action), ...reasonLines(action)])),
  ...indent(objects(task.workflow_executions).flatMap(executionLines)),
]

const entry = (kind: string, {name, state, id}: JsonObject): string => `${kind} '${name}' [${state}] ${id}`

function reasonLines({state, state_info: info}: JsonObject, onOneLine = false): string[] {
  const text = asText(info)
  if (state !== 'ERROR' || !text) return []
  const start = redactText(text).slice(0, 100)
  return [`(error info: ${onOneLine ? start.replaceAll('\n', ' ') : start}...)`]
}

const objects = (value: unknown): JsonObject[] => asArray(value).map(asObject)
const indent = (lines: string[]): string[] => lines.map((line) => INDENT + line)
