import {asArray, asObject, asText, type JsonObject, UsageError} from '@osc-cli/core'

/** What a derived config is made of. */
export interface Derivation {
  name: string
  action: string
  server: string
  /** Values for the inputs that the config declares, and for others. */
  values: Readonly<Record<string, string | string[]>>
  transport: string
  /** Where the agent puts its outputs; with TEMP_URL_SIGNAL only. */
  signalId: string | undefined
}

/**
 * The config that is derived from another for one server: its inputs with their values, and those that Heat's agents
 * expect. The names are the ones of Heat's software deployment resources.
 */
export function derivedConfig(
  source: JsonObject,
  {name, action, server, values, transport, signalId}: Derivation,
): JsonObject {
  const declared = asArray(source.inputs).map(asObject)
  const names = new Set(declared.map((input) => asText(input.name)))
  const others = Object.entries(values).filter(([key]) => !names.has(key))
  return {
    group: asText(source.group) || 'Heat::Ungrouped',
    config: source.config || '',
    options: source.options || {},
    inputs: [
      ...declared.map((input) => ({...input, value: values[asText(input.name) ?? ''] ?? input.default ?? null})),
      ...others.map(([key, value]) => ({name: key, type: 'String', value})),
      input('deploy_server_id', 'Server that is deployed to', server),
      input('deploy_action', 'Action that is being deployed', action),
      input('deploy_signal_transport', 'How the server tells its outputs', transport),
      ...signalInputs(transport, signalId),
    ],
    outputs: source.outputs || [],
    name,
  }
}

function signalInputs(transport: string, signalId: string | undefined): JsonObject[] {
  if (transport === 'NO_SIGNAL') return []
  if (transport !== 'TEMP_URL_SIGNAL') {
    throw new UsageError(`Option --signal-transport cannot be '${transport}'.`, {
      hint: 'Choose from TEMP_URL_SIGNAL, NO_SIGNAL.',
    })
  }
  return [
    input('deploy_signal_id', 'Where the server puts its outputs', signalId ?? ''),
    input('deploy_signal_verb', 'HTTP method to put them there with', 'PUT'),
  ]
}

const input = (name: string, description: string, value: string): JsonObject => ({
  name,
  description,
  type: 'String',
  value,
})
