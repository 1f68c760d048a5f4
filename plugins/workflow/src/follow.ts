import {asObject, asText, type CommandContext, type JsonObject, WaitError} from '@osc-cli/core'
import {ActionOfTask} from '#action-execution'
import {deepestFailure} from '#deepest-failure'
import {duration} from '#duration'
import {stateInfo, WorkflowExecution} from '#execution'
import {type SubExecution, subExecutions} from '#sub-executions'
import {TaskOfExecution} from '#task'
import {inOrder, runtimeContext} from '#task-order'

const ENDED = ['SUCCESS', 'ERROR', 'CANCELLED', 'PAUSED']

/**
 * Waits until an execution ends and reports its tasks on stderr as their states change. The execution, with its output;
 * WaitError with the reason of the deepest failed task when it does not succeed.
 */
export async function followExecution(context: CommandContext, id: string): Promise<JsonObject> {
  const executions = context.api(WorkflowExecution)
  const report = taskReporter(context)
  const ended = await context.waitUntil({
    what: `workflow execution ${id}`,
    stateKey: 'state',
    follow: `osc workflow execution follow ${id}`,
    until: (record) => ENDED.includes(asText(record.state) ?? ''),
    async poll() {
      const record = await executions.find(id)
      await report(id, 0)
      return record
    },
  })
  if (ended.state === 'SUCCESS') return ended
  throw await failureOf(context, id, ended)
}

/** Prints a line for each task that changed since the last call, sub-workflows indented below their task. */
function taskReporter(context: CommandContext) {
  const reported = new Map<string, string>()
  return async function report(execution: string, depth: number, label = ''): Promise<void> {
    const tasks = await Array.fromAsync(context.api(TaskOfExecution).under(execution).list({fields: FOLLOWED_KEYS}))
    for (const task of inOrder(tasks)) {
      const id = String(task.id)
      const before = reported.get(id)
      if (before?.split(',')[0] === task.state && task.state !== 'RUNNING') continue
      const {runs, below} = await runsOf(context, task)
      const progress = [task.state, progressOf(task, runs)].filter(Boolean).join(', ')
      reported.set(id, progress)
      if (before !== progress) {
        await context.note(`${'  '.repeat(depth)}${label}${taskLine(task, progress, context.now())}`)
      }
      for (const run of below) await report(run.id, depth + 1, below.length > 1 ? `[${run.index}] ` : '')
    }
  }
}

const FOLLOWED_KEYS = 'id,name,type,state,started_at,finished_at,runtime_context'

/** An action or a sub-workflow that a task runs. */
interface Run {
  name: string
  state: string
}

/** What a task runs: actions or sub-workflows, several of them for a with-items task. */
async function runsOf(context: CommandContext, task: JsonObject): Promise<{runs: Run[]; below: SubExecution[]}> {
  const id = String(task.id)
  if (task.type === 'WORKFLOW') {
    const below = await subExecutions(context, id)
    return {runs: below.map(({workflow, state}) => ({name: workflow, state})), below}
  }
  const actions = await Array.fromAsync(context.api(ActionOfTask).under(id).list({fields: 'id,name,state'}))
  return {runs: actions.map(({name, state}) => ({name: asText(name) ?? '', state: asText(state) ?? ''})), below: []}
}

/** `std.echo`, or `std.echo (2 of 5)` for a with-items task, whose later items may not have started yet. */
function progressOf(task: JsonObject, runs: readonly Run[]): string {
  const name = runs[0]?.name ?? ''
  const count = Number(asObject(runtimeContext(task).with_items).count ?? runs.length)
  const done = runs.filter(({state}) => ENDED.includes(state)).length
  return count > 1 ? `${name} (${done} of ${count})` : name
}

/** `greet: SUCCESS, std.echo, 0:00:01`. */
function taskLine(task: JsonObject, progress: string, now: number): string {
  const time = duration(task.started_at, task.finished_at, now)
  return [`${task.name}: ${progress}`, time === '...' ? '' : time].filter(Boolean).join(', ')
}

async function failureOf(context: CommandContext, id: string, ended: JsonObject): Promise<WaitError> {
  const state = asText(ended.state)
  if (state === 'PAUSED')
    return new WaitError(`Workflow execution ${id} is paused.`, {
      hint: `Resume it with: osc workflow execution update --state RUNNING ${id}`,
    })
  const hint = `Show every failed task: osc workflow execution report show ${id}`
  if (state === 'CANCELLED') return new WaitError(`Workflow execution ${id} was cancelled.`, {hint})
  const answer = await context.api(WorkflowExecution).send(id, 'GET', '/report', undefined, {
    query: {errors_only: 'True', max_depth: -1},
  })
  const failure = deepestFailure(asObject(answer.root_workflow_execution))
  const reason = failure ? `task ${failure.path.join(' > ')} failed: ${failure.reason}` : stateInfo(ended)
  return new WaitError(`Workflow execution ${id} ended in state ERROR${reason ? `: ${reason}` : '.'}`, {hint})
}
