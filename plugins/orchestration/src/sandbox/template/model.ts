import type {Json, JsonObject} from '@osc-cli/core'
import type {Constraint} from '#sandbox/template/constraints'

/** A template after its dialect, HOT or CFN, has been read: the same for both, functions still unresolved. */
export interface Template {
  dialect: 'hot' | 'cfn'
  /** `2018-08-31`; aliases such as `rocky` are resolved. */
  version: string
  raw: JsonObject
  description: string
  parameters: ReadonlyMap<string, ParameterSchema>
  parameterGroups: Json[]
  mappings: JsonObject
  conditions: JsonObject
  resources: ReadonlyMap<string, Definition>
  outputs: ReadonlyMap<string, OutputDefinition>
}

export type ParameterType = 'string' | 'number' | 'comma_delimited_list' | 'json' | 'boolean'

export interface ParameterSchema {
  name: string
  type: ParameterType
  default: Json | undefined
  hidden: boolean
  immutable: boolean
  label: string | undefined
  description: string
  tags: Json[]
  constraints: readonly Constraint[]
}

/** A resource as in the template. */
export interface Definition {
  name: string
  type: string
  properties: JsonObject
  metadata: Json
  dependsOn: readonly string[]
  deletionPolicy: Json | undefined
  updatePolicy: Json | undefined
  condition: Json | undefined
  externalId: Json | undefined
  description: string
}

export interface OutputDefinition {
  description: string | undefined
  value: Json
  condition: Json | undefined
}
