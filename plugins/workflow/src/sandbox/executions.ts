import {asArray, asObject, asText, decodeJson, type Json, type JsonObject, storedJson} from '@osc-cli/core'
import {badRequest, type Call, type RestRecords, type Routes, type SandboxCloud} from '@osc-cli/core/sandbox'
import {listOf, mistralCollection, stamp} from '#sandbox/collection'
import type {Definitions} from '#sandbox/definitions'
import {type DelegatedWorkflow, delegated} from '#sandbox/delegated'
import {runWorkflow, type TaskRun, type WorkflowRun, wrongInput} from '#sandbox/engine'
import {reportOf} from '#sandbox/report'

/** Runs of workflows, tasks and actions. What a run leads to is known at its start; it is shown after one request. */
export function executions(cloud: SandboxCloud, {workflow, checkAction}: Definitions): {routes: Routes; close(): void} {
  let isOpen = true
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

  function started(record: JsonObject, call: Call): JsonObject {
    const {definition, input} = wanted(record)
    const name = asText(definition.name) ?? ''
    const spec = asObject(definition.spec)
    const wrong = wrongInput(name, spec, input)
    if (wrong !== undefined) throw badRequest(wrong)
    const params = asObject(storedJson(record.params))
    const target = asText(params.task_name)
    if (spec.type === 'reverse' && !Object.hasOwn(asObject(spec.tasks), target ?? ''))
      throw badRequest(`Invalid task name [wf_spec=ReverseWorkflowSpec, task_name=${target ?? 'None'}]`)
    const described = {description: '', ...record}
    const work = delegated(cloud, name)
    if (work) return runElsewhere(work, input, definition, call, described)
    const run = runWorkflow(spec, input, {
      env: envOf(params.env),
      execution: (own) => ({id: record.id ?? null, name, input: own, params}),
      find: (sub) => asObject(workflow(sub).spec),
      target,
    })
    return keep(run, definition, call, described)
  }

  /** The variables of an environment, which a name or the variables themselves stand for. */
  function envOf(env: Json | undefined): JsonObject {
    const [named] = typeof env === 'string' ? cloud.store.collection('workflow/environments').find({name: env}) : []
    return asObject(storedJson(named ? named.variables : env))
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

  /** Starts a delegated workflow, which ends later. Its messages are runs of the workflow that sends them. */
  function runElsewhere(
    work: DelegatedWorkflow,
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
    const execution = executionOf(input, definition, record)
    const failed = (error: unknown): WorkflowRun => ({
      state: 'ERROR',
      reason: String(error),
      input,
      output: {},
      tasks: [],
    })
    cloud.after(0, async () => {
      const run = await work(input, call, send).catch(failed)
      if (!isOpen) return
      const current = runs.get(id)
      if (!current) return
      keepTasks(run, execution, call)
      runs.put({...current, ...ended(run)})
    })
    return execution
  }

  /** Stores a run with everything below it. */
  function keep(run: WorkflowRun, definition: JsonObject, call: Call, record: JsonObject): JsonObject {
    const execution = executionOf(run.input, definition, record)
    keepTasks(run, execution, call)
    runs.later(String(record.id), {requests: 1, change: ended(run)})
    return execution
  }

  function keepTasks({tasks: ran}: WorkflowRun, execution: JsonObject, call: Call): void {
    const kept = new Map<string, string>()
    for (const task of ran) kept.set(task.name, keepTask(task, execution, call, kept))
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
      runtime_context: JSON.stringify({triggered_by, ...(task.items && {with_items: {count: task.items.length}})}),
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
      for (const [at, input] of (task.items ?? [task.input]).entries())
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
          input: JSON.stringify(input),
          output: JSON.stringify({result: task.items ? (asArray(task.result)[at] ?? null) : task.result}),
        })
    return String(record.id)
  }

  const below = (records: RestRecords, collection: string, key: string) => (call: Call) => ({
    body: listOf(records, collection, call, {[key]: call.params.id ?? ''}),
  })
  const routes: Routes = {
    'GET /v2/executions/:id/tasks': below(tasks, 'tasks', 'workflow_execution_id'),
    'GET /v2/tasks/:id/action_executions': below(actions, 'action_executions', 'task_execution_id'),
    'GET /v2/executions/:id/report': (call) => ({
      body: reportOf(runs.one(call), {runs, tasks, actions}, call.query),
    }),
    ...runs.routes,
    ...tasks.routes,
    ...actions.routes,
    'GET /v2/executions': (call) => ({body: listOf(runs, 'executions', call)}),
  }
  return {
    routes,
    /** Delegated workflows that have not ended do not store their results. */
    close() {
      isOpen = false
    },
  }
}

const ended = ({state, reason, output}: WorkflowRun): JsonObject => ({
  state,
  state_info: reason,
  output: JSON.stringify(output),
})

/** An action that was run without a workflow. */
function ranAction({params: _, ...record}: JsonObject): JsonObject {
  const run = runWorkflow(
    {tasks: {one: {action: record.name, input: decodeJson(asText(record.input) ?? '{}')}}},
    {},
    {env: {}, execution: () => ({}), find: () => ({}), target: undefined},
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
