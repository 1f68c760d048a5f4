import {asArray, asObject, asText, isObject, type Json, type JsonObject} from '@osc-cli/core'
import {refuseHooks} from '#sandbox/engine/registry'
import {invalidRequest} from '#sandbox/failures'
import {readDocument} from '#sandbox/template/read'

const SECTIONS = [
  'parameters',
  'parameter_defaults',
  'resource_registry',
  'encrypted_param_names',
  'event_sinks',
  'parameter_merge_strategies',
]

/** The environment of a request: its `environment_files` merged, `environment`, then `parameters` on top. */
export async function requestEnvironment(body: JsonObject): Promise<JsonObject> {
  const files = asObject(body.files)
  const named = asArray(body.environment_files).flatMap((name) => asText(name) ?? [])
  let merged = await readEnvironment(body.environment)
  if (named.length > 0) {
    merged = {}
    for (const name of named) {
      if (files[name] === undefined) throw invalidRequest(`The environment file ${name} is not among the files`)
      merged = merge(merged, await readEnvironment(files[name]))
    }
  }
  const {parameters, parameter_defaults: defaults, resource_registry: registry} = merged
  const environment = {
    resource_registry: asObject(registry),
    parameters: {...asObject(parameters), ...asObject(body.parameters)},
    parameter_defaults: asObject(defaults),
    event_sinks: asArray(merged.event_sinks),
  }
  refuseHooks(environment)
  return environment
}

async function readEnvironment(content: Json | undefined): Promise<JsonObject> {
  if (content === undefined || content === null || content === '') return {}
  const environment = isObject(content) ? content : await readDocument(content, '[environment]')
  const unknown = Object.keys(environment).find((section) => !SECTIONS.includes(section))
  if (unknown !== undefined) throw invalidRequest(`environment has wrong section "${unknown}"`)
  return environment
}

function merge(older: JsonObject, newer: JsonObject): JsonObject {
  const strategies = asObject(newer.parameter_merge_strategies)
  return {
    ...older,
    ...newer,
    resource_registry: deepMerge(asObject(older.resource_registry), asObject(newer.resource_registry)),
    parameters: mergeParameters(asObject(older.parameters), asObject(newer.parameters), strategies),
    parameter_defaults: mergeParameters(
      asObject(older.parameter_defaults),
      asObject(newer.parameter_defaults),
      strategies,
    ),
  }
}

/** Each parameter by its own strategy, or the default one: overwrite, merge, deep_merge. */
function mergeParameters(older: JsonObject, newer: JsonObject, strategies: JsonObject): JsonObject {
  const result = {...older}
  for (const [name, value = null] of Object.entries(newer)) {
    const strategy = asText(strategies[name]) ?? asText(strategies.default) ?? 'overwrite'
    result[name] = combine(older[name], value, strategy)
  }
  return result
}

function combine(older: Json | undefined, newer: Json, strategy: string): Json {
  if (strategy === 'overwrite' || older === undefined || older === null) return newer
  if (Array.isArray(older) && Array.isArray(newer)) return [...older, ...newer]
  if (isObject(older) && isObject(newer))
    return strategy === 'deep_merge' ? deepMerge(older, newer) : {...older, ...newer}
  return typeof older === 'string' && typeof newer === 'string' ? older + newer : newer
}

function deepMerge(older: JsonObject, newer: JsonObject): JsonObject {
  const result = {...older}
  for (const [key, value] of Object.entries(newer)) {
    const before = older[key]
    result[key] = isObject(before) && isObject(value) ? deepMerge(before, value) : value
  }
  return result
}
