import {asArray, asObject, asText, type JsonObject} from '@osc-cli/core'
import type {Answer, Call, Routes} from '@osc-cli/core/sandbox'
import {checkProject, isAdmin} from '#sandbox/api/find-stack'
import {pageOf} from '#sandbox/api/query'
import type {Context} from '#sandbox/engine/context'
import type {ConfigRecord, DeploymentRecord} from '#sandbox/engine/records'
import {configJson, configSummary, deploymentJson} from '#sandbox/engine/software'
import {newId, timeOf, type World} from '#sandbox/engine/world'
import {invalidRequest, invalidRestrictedAction, notFoundHere} from '#sandbox/failures'

const CONFIGS = '/v1/:project/software_configs'
const DEPLOYMENTS = '/v1/:project/software_deployments'

export function softwareRoutes({world}: Context): Routes {
  return {
    [`GET ${CONFIGS}`]: (call) => {
      checkProject(call)
      // An administrator may list those of all projects.
      const match = isAdmin(call) ? {} : {projectId: call.caller.projectId}
      return {body: {software_configs: pageOf(world.configs.find(match), call.query).map(configSummary)}}
    },
    [`POST ${CONFIGS}`]: (call) => ({body: {software_config: configJson(createConfig(world, call))}}),
    [`GET ${CONFIGS}/:config`]: (call) => ({body: {software_config: configJson(findConfig(world, call))}}),
    [`DELETE ${CONFIGS}/:config`]: (call) => {
      const {id} = findConfig(world, call)
      if (world.deployments.find({configId: id}).length > 0)
        throw invalidRestrictedAction(`Software config with id ${id} can not be deleted as it is referenced.`)
      world.configs.delete(id)
      return {status: 204}
    },
    [`GET ${DEPLOYMENTS}`]: (call) => {
      checkProject(call)
      const serverId = call.query.get('server_id') ?? undefined
      const rows = world.deployments.find({projectId: call.caller.projectId, serverId})
      return {body: {software_deployments: rows.map(deploymentJson)}}
    },
    [`POST ${DEPLOYMENTS}`]: (call) => ({body: {software_deployment: deploymentJson(createDeployment(world, call))}}),
    [`GET ${DEPLOYMENTS}/metadata/:server`]: (call) => {
      checkProject(call)
      const rows = world.deployments.find({projectId: call.caller.projectId, serverId: call.params.server})
      return {body: {metadata: rows.flatMap(({configId}) => world.configs.get(configId) ?? []).map(configJson)}}
    },
    [`GET ${DEPLOYMENTS}/:deployment`]: (call) => ({
      body: {software_deployment: deploymentJson(findDeployment(world, call))},
    }),
    [`PUT ${DEPLOYMENTS}/:deployment`]: (call) => updateDeployment(world, call),
    [`DELETE ${DEPLOYMENTS}/:deployment`]: (call) => {
      world.deployments.delete(findDeployment(world, call).id)
      return {status: 204}
    },
  }
}

function findConfig({configs}: World, call: Call): ConfigRecord {
  checkProject(call)
  const {config: id = ''} = call.params
  const record = configs.get(id)
  if (!record || record.projectId !== call.caller.projectId)
    throw notFoundHere(`Software config with id ${id} not found`)
  return record
}

function findDeployment({deployments}: World, call: Call): DeploymentRecord {
  checkProject(call)
  const {deployment: id = ''} = call.params
  const record = deployments.get(id)
  if (!record || record.projectId !== call.caller.projectId) throw notFoundHere(`Deployment with id ${id} not found`)
  return record
}

/** An input or output of a request: with a type, and what else was sent. */
const withType = (entry: JsonObject): JsonObject => ({...entry, type: entry.type ?? 'String'})

function createConfig(world: World, call: Call): ConfigRecord {
  checkProject(call)
  const {name, group, config = null, inputs, outputs, options} = call.body
  return world.configs.put({
    id: newId(),
    projectId: call.caller.projectId ?? '',
    name: asText(name) ?? null,
    group: asText(group) ?? null,
    config,
    inputs: asArray(inputs).map((input) => withType(asObject(input))),
    outputs: asArray(outputs).map((output) => ({
      ...withType(asObject(output)),
      error_output: asObject(output).error_output ?? false,
    })),
    options: asObject(options),
    createdAt: timeOf(world),
  })
}

function createDeployment(world: World, call: Call): DeploymentRecord {
  checkProject(call)
  const {body, caller} = call
  const configId = asText(body.config_id)
  if (configId === undefined) throw invalidRequest('config_id is required')
  if (world.configs.get(configId)?.projectId !== caller.projectId)
    throw notFoundHere(`Software config with id ${configId} not found`)
  return world.deployments.put({
    id: newId(),
    projectId: caller.projectId ?? '',
    configId,
    serverId: asText(body.server_id) ?? '',
    inputValues: asObject(body.input_values),
    outputValues: body.output_values === undefined ? null : asObject(body.output_values),
    action: asText(body.action) ?? 'INIT',
    status: asText(body.status) ?? 'COMPLETE',
    reason: asText(body.status_reason) ?? '',
    createdAt: timeOf(world),
    updatedAt: null,
  })
}

function updateDeployment(world: World, call: Call): Answer {
  const record = findDeployment(world, call)
  const {body} = call
  const next = world.deployments.put({
    ...record,
    configId: asText(body.config_id) ?? record.configId,
    action: asText(body.action) ?? record.action,
    status: asText(body.status) ?? record.status,
    reason: asText(body.status_reason) ?? record.reason,
    inputValues: body.input_values === undefined ? record.inputValues : asObject(body.input_values),
    outputValues: body.output_values === undefined ? record.outputValues : asObject(body.output_values),
    updatedAt: timeOf(world),
  })
  world.signals.emit(next.id)
  return {body: {software_deployment: deploymentJson(next)}}
}
