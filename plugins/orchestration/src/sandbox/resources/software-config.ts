import {asArray, asObject, asText, isObject, type Json, type JsonObject} from '@osc-cli/core'
import type {ConfigRecord} from '#sandbox/engine/records'
import {configJson, inputOf, outputOf} from '#sandbox/engine/software'
import {newId, timeOf} from '#sandbox/engine/world'
import type {PropertySchemas} from '#sandbox/resources/properties'
import type {Handle, ResourceType} from '#sandbox/resources/type'

const properties: PropertySchemas = {
  group: {type: 'string', description: 'Tool that applies the configuration.', default: 'Heat::Ungrouped'},
  config: {type: 'string', description: 'Script or configuration.'},
  options: {type: 'map', description: 'Options for the tool.'},
  inputs: {type: 'list', description: 'Inputs of the configuration.', default: []},
  outputs: {type: 'list', description: 'Outputs of the configuration.', default: []},
}

const attributes = {config: {description: 'The configuration.'}}

const softwareConfig = (name: string, config: PropertySchemas): ResourceType => ({
  name,
  description: 'A configuration for software deployments.',
  since: '2014.1',
  properties: {...properties, ...config},
  attributes,
  create(handle) {
    const record = createConfig(handle)
    handle.setPhysicalId(record.id)
  },
  remove({world, record}) {
    if (record.physicalId !== null) world.configs.delete(record.physicalId)
  },
  attribute: (handle, attribute) => (attribute === 'config' ? recordOf(handle)?.config : undefined),
  show(handle) {
    const config = recordOf(handle)
    return config && configJson(config)
  },
})

export const SoftwareConfigResource = softwareConfig('OS::Heat::SoftwareConfig', {})
export const StructuredConfigResource = softwareConfig('OS::Heat::StructuredConfig', {
  config: {type: 'map', description: 'The configuration, with {get_input: NAME} where inputs go.', default: {}},
})

const recordOf = ({world, record}: Handle): ConfigRecord | undefined =>
  record.physicalId === null ? undefined : world.configs.get(record.physicalId)

function createConfig({world, stack, record, properties: values}: Handle): ConfigRecord {
  return world.configs.put({
    id: newId(),
    projectId: stack.projectId,
    name: record.physicalName,
    group: asText(values.group) ?? '',
    config: values.config ?? '',
    inputs: asArray(values.inputs).map((input) => inputOf(asObject(input))),
    outputs: asArray(values.outputs).map((output) => outputOf(asObject(output))),
    options: asObject(values.options),
    createdAt: timeOf(world),
  })
}

/** Inserts inputs into a structured configuration. */
export function withInputs(config: Json, inputs: JsonObject): Json {
  if (Array.isArray(config)) return config.map((item) => withInputs(item, inputs))
  if (!isObject(config)) return config
  if (config.get_input !== undefined) return inputs[asText(config.get_input) ?? ''] ?? null
  return Object.fromEntries(Object.entries(config).map(([key, part]) => [key, withInputs(part ?? null, inputs)]))
}
