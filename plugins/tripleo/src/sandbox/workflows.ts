import type {JsonObject} from '@osc-cli/core'
import type {Call} from '@osc-cli/core/sandbox'
import {type Clients, clientsOf} from '#sandbox/clients'
import {deployPlan, type Send, undeployPlan} from '#sandbox/deployment'
import {runValidation} from '#sandbox/validations'

type Work = (input: JsonObject, cloud: Clients, send: Send) => Promise<JsonObject>

const asUser = (work: Work) => (input: JsonObject, call: Call, send: Send) => work(input, clientsOf(call), send)

/** The workflows for deployments as functions: the sandbox's Mistral cannot evaluate their expressions. */
export const workflows = {
  'tripleo.deployment.v1.deploy_plan': asUser(deployPlan),
  'tripleo.deployment.v1.undeploy_plan': asUser(undeployPlan),
  'tripleo.validations.v1.run_validation': asUser(runValidation),
}
