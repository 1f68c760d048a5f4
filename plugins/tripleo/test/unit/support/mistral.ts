import {randomUUID} from 'node:crypto'
import {setTimeout as sleep} from 'node:timers/promises'
import {asArray, asObject, asText, decodeJson, type JsonObject} from '@osc-cli/core'
import {badRequest, type Call, notFound, type Routes, type SandboxService} from '@osc-cli/core/sandbox'

/** What a workflow of the tests does; it sends messages with `send`, and returns its output. */
type Run = (input: JsonObject, cloud: Cloud, send: (payload: JsonObject) => void) => Promise<JsonObject>

/** Requests to the other services of the sandbox, as the user that started the workflow. */
interface Cloud {
  heat(method: string, path: string, body?: JsonObject): Promise<JsonObject>
  /** The text of an object; undefined when there is none. */
  object(path: string): Promise<string | undefined>
  /** Names of the objects of a container. */
  objects(container: string): Promise<string[]>
}

/** Names of inputs that each workflow was started with, and whether its runs wait. */
export interface Started {
  inputs: JsonObject[]
  /** While set, runs wait before they begin. */
  hold: Promise<void> | undefined
}

/**
 * The sandbox's Mistral with workflows of deployments as functions: its own engine runs std.echo, std.noop and std.fail only.
 * Definitions are those that `undercloud setup` stores.
 */
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
        const run = RUNS[name]
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
          .then(() => run(input, cloudOf(call), send))
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

function cloudOf({caller, origin}: Call): Cloud {
  const headers = {'x-auth-token': caller.token, 'content-type': 'application/json'}
  const swift = `${origin}/object-store/v1/AUTH_${caller.projectId}`
  return {
    async heat(method, path, body) {
      const url = `${origin}/orchestration/v1/${caller.projectId}${path}`
      const answer = await fetch(url, {method, headers, ...(body && {body: JSON.stringify(body)})})
      const text = await answer.text()
      return {status: answer.status, ...(text && asObject(decodeJson(text)))}
    },
    async object(path) {
      const answer = await fetch(`${swift}/${path}`, {headers})
      return answer.ok ? await answer.text() : undefined
    },
    async objects(container) {
      const answer = await fetch(`${swift}/${container}?format=json`, {headers})
      return asArray(await answer.json()).map((one) => String(asObject(one).name))
    },
  }
}

const RUNS: Readonly<Record<string, Run>> = {
  async 'tripleo.deployment.v1.deploy_plan'({container}, cloud, send) {
    const name = String(container)
    send({message: `Reading plan ${name}.`})
    const plan = asObject(decodeJson((await cloud.object(`${name}/plan-environment.yaml`)) ?? ''))
    const files: JsonObject = asObject(decodeJson((await cloud.object(`${name}-files/inline-files.json`)) ?? ''))
    for (const file of await cloud.objects(`${name}-files`))
      files[file] = (await cloud.object(`${name}-files/${file}`)) ?? ''
    const values = {...asObject(plan.passwords), ...asObject(plan.parameter_defaults)}
    const before = await stackIn(cloud, name)
    const body = {
      stack_name: name,
      template: files[String(plan.template)] ?? null,
      files: {...files, 'plan-parameters.json': JSON.stringify({parameter_defaults: values})},
      environment_files: [
        ...asArray(plan.environments).map((one) => String(asObject(one).path)),
        'plan-parameters.json',
      ],
    }
    const path = before ? `/stacks/${name}/${before.id}` : '/stacks'
    const answer = await cloud.heat(before ? 'PUT' : 'POST', path, body)
    const fault = asText(asObject(answer.error).message)
    const status = fault === undefined ? await settled(cloud, name) : 'REFUSED'
    const succeeded = status.endsWith('COMPLETE')
    const output = {
      status: succeeded ? 'SUCCESS' : 'FAILED',
      deployment_status: succeeded ? 'DEPLOY_SUCCESS' : 'DEPLOY_FAILED',
      message: fault ?? `The stack is in state ${status}.`,
    }
    send(output)
    return output
  },
  async 'tripleo.deployment.v1.undeploy_plan'({container}, cloud, send) {
    const name = String(container)
    send({message: `Deleting the stack of plan ${name}.`})
    const stack = await stackIn(cloud, name)
    await cloud.heat('DELETE', `/stacks/${name}/${stack?.id}`)
    await settled(cloud, name)
    return {status: 'SUCCESS', deployment_status: 'UNDEPLOYED', message: ''}
  },
  async 'tripleo.validations.v1.run_validation'({validation_name: name, plan}, cloud) {
    const exists = (await cloud.object(`${plan}/plan-environment.yaml`)) !== undefined
    const status = exists || name !== 'osc.check.v1.quota' ? 'SUCCESS' : 'FAILED'
    const stdout = status === 'FAILED' ? 'The plan does not exist.' : name === 'mine' ? 'Be careful.' : ''
    return {validation_name: name ?? null, status, stdout, stderr: ''}
  },
}

async function stackIn(cloud: Cloud, name: string): Promise<JsonObject | undefined> {
  const {stacks} = await cloud.heat('GET', `/stacks?name=${name}`)
  return asArray(stacks).map(asObject)[0]
}

/** The status of a stack when nothing is in progress. */
async function settled(cloud: Cloud, name: string): Promise<string> {
  for (;;) {
    const status = asText((await stackIn(cloud, name))?.stack_status) ?? 'DELETE_COMPLETE'
    if (!status.endsWith('IN_PROGRESS')) return status
    await sleep(5)
  }
}
