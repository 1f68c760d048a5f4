import {asArray, asObject, asText, type JsonObject, UsageError} from '@osc-cli/core'

/** The parts of a derived config. */
export interface Derivation {
  name: string
  action: string
  server: string
  /** Values of declared and other inputs. */
  values: Readonly<Record<string, string | string[]>>
  transport: string
  /** Where the agent sends its outputs; only with TEMP_URL_SIGNAL. */
  signalId: string | undefined
}

/**
 * The config derived from another for one server: its inputs with their values, and the inputs that Heat's agents
 * expect. Names are those of Heat's software deployment resources.
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
      input('deploy_server_id', 'Server to deploy to', server),
      input('deploy_action', 'Action being deployed', action),
      input('deploy_signal_transport', 'How the server reports its outputs', transport),
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
    input('deploy_signal_id', 'Where the server sends its outputs', signalId ?? ''),
    input('deploy_signal_verb', 'HTTP method to send them with', 'PUT'),
  ]
}

const input = (name: string, description: string, value: string): JsonObject => ({
  name,
  description,
  type: 'String',
  value,
})
