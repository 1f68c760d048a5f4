import {setTimeout as sleep} from 'node:timers/promises'
import {asArray, asObject, asText, type JsonObject} from '@osc-cli/core'
import {type Clients, stackIn} from '#sandbox/clients'
import {environmentOf, stackBody} from '#sandbox/plan'
import {checkGroup} from '#sandbox/validations'

/** Sends a message of a workflow. */
export type Send = (payload: JsonObject) => void

/** What `tripleo.deployment.v1.deploy_plan` does: creates or updates the stack of a plan, and waits for it. */
export async function deployPlan(input: JsonObject, cloud: Clients, send: Send): Promise<JsonObject> {
  const name = String(input.container)
  const end = (message: string, succeeded: boolean): JsonObject => {
    const output = {
      status: succeeded ? 'SUCCESS' : 'FAILED',
      deployment_status: succeeded ? 'DEPLOY_SUCCESS' : 'DEPLOY_FAILED',
      message,
    }
    send(output)
    return output
  }
  send({message: `Reading plan ${name}.`})
  if (input.run_validations === true) {
    const failed = await checkGroup('pre-deployment', name, cloud)
    for (const message of failed) send({message})
    if (failed.length > 0) return end('Validations failed. Nothing was deployed.', false)
  }
  const environment = await environmentOf(name, cloud)
  if (!environment) return end(`Plan ${name} does not exist.`, false)
  const before = await stackIn(cloud, name)
  const roles = asArray(input.roles).map(String)
  const body = await stackBody(name, environment, cloud, before && {id: String(before.id), roles})
  const path = before ? `/stacks/${name}/${before.id}` : '/stacks'
  const answer = await cloud.heat(before ? 'PUT' : 'POST', path, body)
  const fault = asText(asObject(answer.error).message)
  if (fault !== undefined) return end(fault, false)
  const stack = String(asObject(answer.stack).id ?? before?.id)
  send({message: `Heat ${before ? 'updates' : 'creates'} the stack.`, stack: `${name}/${stack}`})
  const status = await settled(cloud, name)
  return status.endsWith('COMPLETE')
    ? end(`Plan ${name} was deployed.`, true)
    : end(`The stack is in state ${status}.`, false)
}

/** What `tripleo.deployment.v1.undeploy_plan` does: deletes the stack of a plan, and waits for it. */
export async function undeployPlan(input: JsonObject, cloud: Clients, send: Send): Promise<JsonObject> {
  const name = String(input.container)
  send({message: `Deleting the stack of plan ${name}.`})
  const stack = await stackIn(cloud, name)
  if (stack) await cloud.heat('DELETE', `/stacks/${name}/${stack.id}`)
  const status = await settled(cloud, name)
  const succeeded = status === 'DELETE_COMPLETE'
  const output = {
    status: succeeded ? 'SUCCESS' : 'FAILED',
    deployment_status: succeeded ? 'UNDEPLOYED' : 'UNDEPLOY_FAILED',
    message: succeeded ? `Plan ${name} was undeployed.` : `The stack is in state ${status}.`,
  }
  send(output)
  return output
}

const MILLISECONDS_BETWEEN_POLLS = 20

/** The status of a stack when nothing is in progress. */
async function settled(cloud: Clients, name: string): Promise<string> {
  for (;;) {
    const status = asText((await stackIn(cloud, name))?.stack_status) ?? 'DELETE_COMPLETE'
    if (!status.endsWith('IN_PROGRESS')) return status
    await sleep(MILLISECONDS_BETWEEN_POLLS)
  }
}
