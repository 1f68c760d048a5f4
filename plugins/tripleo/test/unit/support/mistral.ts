import {randomUUID} from 'node:crypto'
import {asObject, asText, decodeJson, type JsonObject} from '@osc-cli/core'
import {badRequest, notFound, type Routes, type SandboxService} from '@osc-cli/core/sandbox'
import {workflows} from '../../../src/sandbox/workflows.ts'

/** Names of inputs that each workflow was started with, and whether its runs wait. */
export interface Started {
  inputs: JsonObject[]
  /** While set, runs wait before they begin. */
  hold: Promise<void> | undefined
}

/** The sandbox's Mistral with runs that tests can see and hold. Definitions are those that `undercloud setup` stores. */
export const mistralWith = (started: Started): SandboxService => ({
  type: 'test-workflow',
  name: 'test-mistral',
  prefix: 'test-workflow',
  endpoint: '/v2',
  failureBody: ({message}) => ({faultcode: 'Client', faultstring: message}),
  open(cloud) {
    const runs = new Map<string, JsonObject>()
    const routes: Routes = {
      'POST /v2/executions'(call) {
        const {workflow_id: workflow, input: text} = call.body
        const [defined] = cloud.store.collection('workflow/workflows').find({id: String(workflow)})
        const name = String(defined?.name)
        const run = Object.entries(workflows).find(([key]) => key === name)?.[1]
        const input = asObject(decodeJson(String(text)))
        const known = (asText(defined?.input) ?? '').split(',').map((one) => one.split('=')[0]?.trim())
        const unexpected = Object.keys(input).filter((key) => !known.includes(key))
        if (unexpected.length > 0) throw badRequest(`Invalid input [unexpected=${unexpected}]`)
        if (!run) throw badRequest(`The tests have no workflow ${name}.`)
        started.inputs.push(input)
        const id = randomUUID()
        runs.set(id, {
          id,
          workflow_name: name,
          state: 'RUNNING',
          input: text ?? null,
          task_execution_id: null,
        })
        const send = (payload: JsonObject) => {
          const message = randomUUID()
          const output = {payload: {execution_id: id, status: 'RUNNING', ...payload}}
          runs.set(message, {
            id: message,
            workflow_name: 'tripleo.messaging.v1.send',
            root_execution_id: id,
            state: 'SUCCESS',
            task_execution_id: 'of the run',
            output: JSON.stringify(output),
          })
        }
        void (started.hold ?? Promise.resolve())
          .then(() => run(input, call, send))
          .then((output) => {
            const state = output.status === 'FAILED' ? 'ERROR' : 'SUCCESS'
            runs.set(id, {...runs.get(id), state, output: JSON.stringify(output)})
          })
        return {status: 201, body: {id}}
      },
      'GET /v2/executions': ({query}) => ({
        body: {
          executions: [...runs.values()].filter((run) =>
            ['state', 'root_execution_id', 'workflow_name'].every(
              (key) => !query.has(key) || run[key] === query.get(key),
            ),
          ),
        },
      }),
      'GET /v2/executions/:id'({params}) {
        const found = runs.get(params.id ?? '')
        if (!found) throw notFound('Execution not found')
        return {body: found}
      },
    }
    return {routes: {...routes, ...cloud.service('workflowv2')?.routes, ...routes}}
  },
})
