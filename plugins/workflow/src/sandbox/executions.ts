import {asObject, asText, decodeJson, type JsonObject} from '@osc-cli/core'
import {
  type Answer,
  badRequest,
  type Call,
  type RestRecords,
  type Routes,
  type SandboxCloud,
} from '@osc-cli/core/sandbox'
import {listOf, mistralCollection, stamp} from '#sandbox/collection'
import type {Definitions} from '#sandbox/definitions'
import {delegated} from '#sandbox/delegated'
import {runWorkflow, type TaskRun, type WorkflowRun, wrongInput} from '#sandbox/engine'
import {declaredWorkflows} from '#sandbox/healing'
import {reportOf} from '#sandbox/report'

/** Runs of workflows, tasks and actions. What a run leads to is known at its start; it is shown after one request. */
export function executions(cloud: SandboxCloud, {workflow, checkAction}: Definitions): Routes {
  const runs = mistralCollection(cloud, {
    collection: 'executions',
    noun: 'execution',
    without: ['list'],
    created: (record, call) => started(record, call),
    changed: (record, {params: _, ...changes}) => ({...record, ...changes}),
    beforeDelete(record) {
      if (record.state === 'RUNNING') throw badRequest('Only completed executions can be deleted.')
    },
  })
  const tasks = mistralCollection(cloud, {
    collection: 'tasks',
    noun: 'task',
    without: ['create', 'delete', 'list'],
    changed(task) {
      if (task.state !== 'ERROR') throw badRequest(`The current task execution must be in ERROR for rerun.`)
      return {...task, state: 'RUNNING', started_at: stamp(cloud.now()), finished_at: null}
    },
  })
  const actions = mistralCollection(cloud, {
    collection: 'action_executions',
    noun: 'action execution',
    without: ['list'],
    created(record) {
      checkAction(asText(record.name) ?? '')
      return ranAction(record)
    },
    changed: (record, {output, ...changes}) => ({
      ...record,
      ...changes,
      ...(output && {output: JSON.stringify(output)}),
    }),
  })

  /** What a request asks to run. */
  function wanted(record: JsonObject): {definition: JsonObject; input: JsonObject} {
    const source = runs.get(asText(record.source_execution_id) ?? '')
    const definition = workflow(asText(record.workflow_id ?? record.workflow_name ?? source?.workflow_id) ?? '')
    const given = record.input ?? source?.input ?? {}
    return {definition, input: asObject(typeof given === 'string' ? decodeJson(given) : given)}
  }

  /** Runs of declared workflows, which take their time, by the request that starts them. */
  const declared = new WeakMap<JsonObject, WorkflowRun>()

  async function start(call: Call): Promise<Answer> {
    const {definition, input} = wanted(call.body)
    const wrong = wrongInput(asText(definition.name) ?? '', asObject(definition.spec), input)
    if (wrong !== undefined) throw badRequest(wrong)
    const run = await declaredWorkflows[asText(definition.name) ?? '']?.(input, cloud, call)
    if (run) declared.set(call.body, run)
    const create = runs.routes['POST /v2/executions']
    if (create === undefined) throw new Error('Executions cannot be created.')
    return await create(call)
  }

  function started(record: JsonObject, call: Call): JsonObject {
    const {definition, input} = wanted(record)
    const other = delegated(cloud, asText(definition.name) ?? '')
    if (other)
      return runElsewhere((send) => other(input, call, send), input, definition, call, {description: '', ...record})
    const run =
      declared.get(call.body) ?? runWorkflow(asObject(definition.spec), input, (name) => asObject(workflow(name).spec))
    return keep(run, definition, call, {description: '', ...record})
  }

  function executionOf(input: JsonObject, definition: JsonObject, record: JsonObject): JsonObject {
    return {
      task_execution_id: null,
      root_execution_id: null,
      ...record,
      workflow_id: definition.id,
      workflow_name: definition.name,
      workflow_namespace: '',
      input: JSON.stringify(input),
      state: 'RUNNING',
      state_info: null,
    }
  }

  /** Starts a workflow of another service, which ends later. Its messages are runs of the workflow that sends them. */
  function runElsewhere(
    work: (send: (payload: JsonObject) => void) => Promise<JsonObject>,
    input: JsonObject,
    definition: JsonObject,
    call: Call,
    record: JsonObject,
  ): JsonObject {
    const id = String(record.id)
    const message = {
      project_id: call.caller.projectId ?? null,
      root_execution_id: id,
      task_execution_id: crypto.randomUUID(),
    }
    const send = (payload: JsonObject) => {
      const sender = {execution_id: id, root_execution_id: id, status: 'RUNNING', ...payload}
      runs.put({
        ...executionOf({}, {id: null, name: 'tripleo.messaging.v1.send'}, {id: crypto.randomUUID(), ...message}),
        created_at: stamp(cloud.now()),
        state: 'SUCCESS',
        output: JSON.stringify({payload: sender}),
      })
    }
    const end = (state: string, reason: string | null, output: JsonObject) => {
      const run = runs.get(id)
      if (run) runs.put({...run, state, state_info: reason, output: JSON.stringify(output)})
    }
    cloud.after(0, () => {
      work(send).then(
        (output) => end(output.status === 'FAILED' ? 'ERROR' : 'SUCCESS', null, output),
        (error: unknown) => end('ERROR', String(error), {}),
      )
    })
    return executionOf(input, definition, record)
  }

  /** Stores a run with everything below it. */
  function keep(run: WorkflowRun, definition: JsonObject, call: Call, record: JsonObject): JsonObject {
    const {id} = record
    const execution = executionOf(run.input, definition, record)
    const kept = new Map<string, string>()
    for (const task of run.tasks) kept.set(task.name, keepTask(task, execution, call, kept))
    const end = {state: run.state, state_info: run.reason, output: JSON.stringify(run.output)}
    // A declared workflow has taken its time before.
    runs.later(String(id), declared.has(call.body) ? {seconds: 0, change: end} : {requests: 1, change: end})
    return execution
  }

  function keepTask(task: TaskRun, execution: JsonObject, call: Call, before: ReadonlyMap<string, string>): string {
    const {trigger} = task
    const triggered_by = trigger ? [{task_id: before.get(trigger.name) ?? null, event: trigger.event}] : []
    const now = stamp(cloud.now())
    const shared = {project_id: call.caller.projectId ?? null, created_at: now, state: task.state}
    const record = tasks.put({
      ...shared,
      id: crypto.randomUUID(),
      name: task.name,
      type: task.sub ? 'WORKFLOW' : 'ACTION',
      workflow_name: execution.workflow_name,
      workflow_namespace: '',
      workflow_execution_id: execution.id,
      state_info: task.reason,
      runtime_context: JSON.stringify({triggered_by}),
      result: JSON.stringify(task.result),
      published: JSON.stringify(task.published),
      started_at: now,
      finished_at: now,
    })
    if (task.sub) {
      const id = crypto.randomUUID()
      const below = {
        ...shared,
        id,
        task_execution_id: record.id,
        root_execution_id: execution.root_execution_id ?? execution.id,
      }
      const child = keep(task.sub.run, workflow(task.sub.workflow), call, {
        description: 'sub-workflow execution',
        ...below,
      })
      runs.put({...child, created_at: now})
    } else
      actions.put({
        ...shared,
        id: crypto.randomUUID(),
        name: task.action ?? 'std.noop',
        workflow_name: execution.workflow_name,
        workflow_namespace: '',
        task_name: task.name,
        task_execution_id: record.id,
        state_info: task.reason,
        accepted: true,
        input: JSON.stringify(task.input),
        output: JSON.stringify({result: task.result}),
      })
    return String(record.id)
  }

  const below = (records: RestRecords, collection: string, key: string) => (call: Call) => ({
    body: listOf(records, collection, call, {[key]: call.params.id ?? ''}),
  })
  return {
    'GET /v2/executions/:id/tasks': below(tasks, 'tasks', 'workflow_execution_id'),
    'GET /v2/tasks/:id/action_executions': below(actions, 'action_executions', 'task_execution_id'),
    'GET /v2/executions/:id/report': (call) => ({
      body: reportOf(runs.one(call), {runs, tasks, actions}, call.query),
    }),
    ...runs.routes,
    ...tasks.routes,
    ...actions.routes,
    'GET /v2/executions': (call) => ({body: listOf(runs, 'executions', call)}),
    'POST /v2/executions': start,
  }
}

/** An action that was run without a workflow. */
function ranAction({params: _, ...record}: JsonObject): JsonObject {
  const run = runWorkflow(
    {tasks: {one: {action: record.name, input: decodeJson(asText(record.input) ?? '{}')}}},
    {},
    () => ({}),
  )
  const [task] = run.tasks
  return {
    ...record,
    workflow_name: null,
    workflow_namespace: '',
    task_name: null,
    task_execution_id: null,
    accepted: true,
    state: run.state,
    state_info: task?.reason ?? null,
    output: JSON.stringify({result: task?.result ?? null}),
  }
}
