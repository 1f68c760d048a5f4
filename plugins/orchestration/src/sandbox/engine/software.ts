import type {JsonObject} from '@osc-cli/core'
import type {ConfigRecord, DeploymentRecord} from '#sandbox/engine/records'

/** A software configuration as returned by the API. */
export function configJson(record: ConfigRecord): JsonObject {
  const {config, inputs, outputs, options} = record
  return {...configSummary(record), config, inputs, outputs, options}
}

export const configSummary = ({id, name, group, createdAt}: ConfigRecord): JsonObject => ({
  id,
  name,
  group,
  creation_time: createdAt,
})

/** A software deployment as returned by the API. */
export function deploymentJson(record: DeploymentRecord): JsonObject {
  return {
    id: record.id,
    server_id: record.serverId,
    input_values: record.inputValues,
    output_values: record.outputValues,
    action: record.action,
    status: record.status,
    status_reason: record.reason,
    config_id: record.configId,
    creation_time: record.createdAt,
    ...(record.updatedAt === null ? {} : {updated_time: record.updatedAt}),
  }
}

/** An input with the fields that Heat adds. */
export function inputOf({name = null, description = '', type = 'String', ...rest}: JsonObject): JsonObject {
  return {name, description, type, ...rest}
}

export function outputOf(output: JsonObject): JsonObject {
  const {name = null, description = '', type = 'String', error_output: isError = false, ...rest} = output
  return {name, description, type, error_output: isError, ...rest}
}
