import {asObject, asText} from '@osc-cli/core'
import {type Finding, warning} from '#lint/finding'
import type {DefinedWorkflow} from '#lint/workflows'

/** std.http sends a text body as Latin-1. */
export const bodyFindings = ({spec, path}: DefinedWorkflow): Finding[] =>
  Object.entries(asObject(spec.tasks)).flatMap(([name, value]) => {
    const {action, input} = asObject(value)
    const isHttp = /^std\.(?:mistral_)?http\b/.test(asText(action) ?? '')
    if (!isHttp || asObject(input).body === undefined) return []
    const message = 'std.http sends a text body as Latin-1, and fails for other characters: use `json`.'
    return [warning('http-body', [...path, 'tasks', name, 'input', 'body'], message)]
  })
