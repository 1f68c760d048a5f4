import {asArray, asObject, asText, type JsonObject} from '@osc-cli/core'
import type {Action, DeploymentRecord} from '#sandbox/engine/records'
import {deploymentJson, inputOf} from '#sandbox/engine/software'
import {newId, timeOf, type World} from '#sandbox/engine/world'
import {signalUrl} from '#sandbox/resources/signal-url'
import {withInputs} from '#sandbox/resources/software-config'
import {type Handle, ResourceFailure, type ResourceType} from '#sandbox/resources/type'

const DEFAULT_ACTIONS = ['CREATE', 'UPDATE']

const deployment = (name: string): ResourceType => ({
  name,
  description: 'Runs a configuration on a server and waits for the result.',
  since: '2014.1',
  properties: {
    config: {type: 'string', description: 'The configuration.', updatable: true},
    server: {type: 'string', description: 'The server.'},
    input_values: {type: 'map', description: 'Values of the inputs.', updatable: true},
    actions: {
      type: 'list',
      description: 'Stack actions that run the deployment.',
      default: DEFAULT_ACTIONS,
      updatable: true,
    },
    name: {type: 'string', description: 'Name of the deployment.', updatable: true},
    signal_transport: {
      type: 'string',
      description: 'How the server reports its result; NO_SIGNAL: do not wait.',
      default: 'CFN_SIGNAL',
      constraints: [
        {
          kind: 'allowed_values',
          values: ['CFN_SIGNAL', 'TEMP_URL_SIGNAL', 'HEAT_SIGNAL', 'NO_SIGNAL', 'ZAQAR_SIGNAL'],
        },
      ],
    },
  },
  attributes: {
    deploy_stdout: {description: 'Standard output of the configuration.', type: 'string'},
    deploy_stderr: {description: 'Standard error of the configuration.', type: 'string'},
    deploy_status_code: {description: 'Exit code of the configuration.', type: 'string'},
  },
  hasAll: true,
  create: (handle) => deploy(handle, 'CREATE'),
  update: (handle) => deploy(handle, 'UPDATE'),
  suspend: (handle) => deployIf(handle, 'SUSPEND'),
  resume: (handle) => deployIf(handle, 'RESUME'),
  async remove(handle) {
    await deployIf(handle, 'DELETE')
    const record = recordOf(handle)
    if (!record) return
    handle.world.configs.delete(record.configId)
    handle.world.deployments.delete(record.id)
  },
  attribute: (handle, attribute) => recordOf(handle)?.outputValues?.[attribute],
  show(handle) {
    const record = recordOf(handle)
    return record && deploymentJson(record)
  },
  signal(handle, details) {
    const record = recordOf(handle)
    // A signal that is not expected changes nothing.
    if (record?.status !== 'IN_PROGRESS') return {}
    return {
      reason: `Signal: deployment ${record.id} ${takeOutputs(handle.world, record, details)}`,
      action: 'IN_PROGRESS',
    }
  },
})

export const SoftwareDeploymentResource = deployment('OS::Heat::SoftwareDeployment')
export const StructuredDeploymentResource = deployment('OS::Heat::StructuredDeployment')

const recordOf = ({world, record}: Handle): DeploymentRecord | undefined =>
  record.physicalId === null ? undefined : world.deployments.get(record.physicalId)

const actionsOf = ({properties}: Handle): string[] => asArray(properties.actions).flatMap((item) => asText(item) ?? [])

async function deployIf(handle: Handle, action: Action): Promise<void> {
  if (actionsOf(handle).includes(action)) await deploy(handle, action)
}

async function deploy(handle: Handle, action: Action): Promise<void> {
  const {world, properties} = handle
  const waits = actionsOf(handle).includes(action) && properties.signal_transport !== 'NO_SIGNAL'
  const config = derivedConfig(handle, action)
  const known = recordOf(handle)
  if (known) world.configs.delete(known.configId)
  const record = world.deployments.put({
    id: known?.id ?? newId(),
    projectId: handle.stack.projectId,
    configId: config.id,
    serverId: asText(properties.server) ?? '',
    inputValues: asObject(properties.input_values),
    outputValues: known?.outputValues ?? null,
    action,
    status: waits ? 'IN_PROGRESS' : 'COMPLETE',
    reason: waits ? 'Deploy data available' : 'Not waiting for outputs signal',
    createdAt: known?.createdAt ?? timeOf(world),
    updatedAt: known ? timeOf(world) : null,
  })
  handle.setPhysicalId(record.id)
  if (waits) await outcomeOf(world, record.id)
}

async function outcomeOf(world: World, id: string): Promise<void> {
  for (;;) {
    const {status, reason} = world.deployments.get(id) ?? {status: 'FAILED', reason: 'The deployment was deleted'}
    if (status === 'COMPLETE') return
    if (status === 'FAILED') throw new ResourceFailure('Error', `Deployment to server failed: ${reason}`)
    await new Promise<void>((resolve) => {
      world.signals.once(id, resolve)
    })
  }
}

/** Stores the outputs and the result that a server reported. Returns `succeeded` or `failed`. */
function takeOutputs(world: World, record: DeploymentRecord, details: JsonObject): string {
  const config = world.configs.get(record.configId)
  const code = asText(details.deploy_status_code) ?? '0'
  const errors = (config?.outputs ?? [])
    .filter((output) => output.error_output === true && details[asText(output.name) ?? ''])
    .map((output) => `${asText(output.name)} : ${asText(details[asText(output.name) ?? ''])}`)
  if (code !== '0') errors.push(`deploy_status_code : Deployment exited with non-zero status code: ${code}`)
  const wanted = [
    'deploy_stdout',
    'deploy_stderr',
    'deploy_status_code',
    ...(config?.outputs ?? []).map(({name}) => asText(name) ?? ''),
  ]
  const outputs = Object.fromEntries(Object.entries(details).filter(([key]) => wanted.includes(key)))
  const hasFailed = errors.length > 0
  world.deployments.put({
    ...record,
    outputValues: {...record.outputValues, ...outputs},
    status: hasFailed ? 'FAILED' : 'COMPLETE',
    reason: hasFailed ? errors.join(', ') : 'Outputs received',
    updatedAt: timeOf(world),
  })
  world.signals.emit(record.id)
  return hasFailed ? 'failed' : 'succeeded'
}

/** The configuration for the server: inputs with values, and how to send the signal. */
function derivedConfig(handle: Handle, action: Action) {
  const {world, stack, record, properties} = handle
  const config = world.configs.get(asText(properties.config) ?? '')
  const values = asObject(properties.input_values)
  const inputs = (config?.inputs ?? []).map((input) => {
    const value = values[asText(input.name) ?? ''] ?? input.default
    return value === undefined ? input : {...input, value}
  })
  const extra = Object.keys(values).filter((name) => !inputs.some((input) => input.name === name))
  return world.configs.put({
    id: newId(),
    projectId: stack.projectId,
    name: asText(properties.name) ?? config?.name ?? record.physicalName,
    group: config?.group ?? 'Heat::Ungrouped',
    config:
      handle.record.type === 'OS::Heat::StructuredDeployment'
        ? withInputs(config?.config ?? {}, values)
        : (config?.config ?? ''),
    inputs: [...inputs, ...extra.map((name) => inputOf({name, value: values[name]})), ...deployInputs(handle, action)],
    outputs: config?.outputs ?? [],
    options: config?.options ?? {},
    createdAt: timeOf(world),
  })
}

function deployInputs({world, stack, record, properties}: Handle, action: Action): JsonObject[] {
  const entries: [string, string, string | undefined][] = [
    ['deploy_server_id', 'ID of the server that this runs on', asText(properties.server)],
    ['deploy_action', 'The action that it runs for', action],
    ['deploy_stack_id', 'The stack of the deployment', `${stack.name}/${stack.id}`],
    ['deploy_resource_name', 'The deployment in that stack', record.name],
    ['deploy_signal_transport', 'How the server reports its outputs', asText(properties.signal_transport)],
    ['deploy_signal_id', 'URL to send the outputs to', signalUrl({world, stack, record})],
    ['deploy_signal_verb', 'HTTP method to send the outputs with', 'POST'],
  ]
  return entries.map(([name, description, value]) => inputOf({name, description, value: value ?? ''}))
}
