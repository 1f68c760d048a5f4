import {asObject, asText, type JsonObject, redactText, storedJson} from '@osc-cli/core'

/** A run of the workflow that heals, and its effect. */
export interface Run {
  id: string
  started: string
  state: string
  /** The server that was reported as gone, and the resource that was replaced for it. */
  server: string | null
  resource: string | null
  /** What it did, in its own words; why it failed when it has none. */
  result: string
}

export function runOf(execution: JsonObject): Run {
  const {text, server, resource} = asObject(storedJson(execution.output))
  const state = asText(execution.state) ?? ''
  return {
    id: asText(execution.id) ?? '',
    started: asText(execution.created_at) ?? '',
    state,
    server: asText(server) ?? null,
    resource: asText(resource) ?? null,
    result: redactText(asText(text) || (asText(execution.state_info) ?? '').split('\n', 1).join('')),
  }
}

/** `2026-01-31 12:00:00 SUCCESS Resource server was replaced.` */
export const runLine = ({started, state, result}: Run): string => [started, state, result].filter(Boolean).join(' ')
