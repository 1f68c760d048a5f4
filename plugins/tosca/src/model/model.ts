import type {Json, JsonObject} from '@osc-cli/core'
import type {Files} from '#read/source'
import type {Type, Types} from '#types/types'
import type {Place} from '#yaml/places'

/** An input or output of a template. */
export interface Parameter {
  name: string
  body: JsonObject
}

/** What an operation of an interface runs. */
export interface Operation {
  name: string
  /** A file, or the name of an artifact; undefined when the operation does nothing. */
  implementation: string | undefined
  /** Where the implementation is named. */
  place: Place
  /** The mapping that names the implementation. */
  body: Json
  inputs: JsonObject
}

export interface Artifact {
  name: string
  typeName: string
  file: string
  body: Json
}

export interface Capability {
  name: string
  type: Type
  /** Assigned values and defaults. */
  properties: JsonObject
}

export interface Relationship {
  type: Type
  /** The name that the requirement calls it by: of a relationship template, or of its type. */
  name: string
  properties: JsonObject
  operations: Operation[]
}

/** A requirement of a node, and what fulfills it. */
export interface Requirement {
  name: string
  body: Json
  target: Node | undefined
  relationship: Relationship | undefined
  /** The list item that contains it. */
  holder: JsonObject
  /** Whether the node runs on the target. */
  isHost: boolean
}

/** A node template. */
export interface Node {
  name: string
  type: Type
  body: JsonObject
  /** Assigned values and defaults, by name. */
  properties: JsonObject
  capabilities: ReadonlyMap<string, Capability>
  requirements: Requirement[]
  operations: ReadonlyMap<string, Operation>
  artifacts: ReadonlyMap<string, Artifact>
}

export interface Policy {
  name: string
  type: Type
  body: JsonObject
  properties: JsonObject
  /** Names of nodes; groups are replaced by their members. */
  targets: string[]
}

export interface Group {
  name: string
  type: Type
  body: JsonObject
  members: string[]
}

/** What a step does: call an operation or a workflow, set a state. */
export interface Activity {
  kind: string
  value: Json
  place: Place
  placeOfValue: Place
}

/** A step of a workflow. */
export interface Step {
  name: string
  body: JsonObject
  /** The nodes that it is for; an empty name for none. */
  nodes: readonly string[]
  /** The requirement whose relationship has the operations. */
  requirement: string | undefined
  /** Which end of that relationship runs its operations, where the step says so. */
  operationHost: string | undefined
  activities: readonly Activity[]
  onSuccess: readonly string[]
  onFailure: readonly string[]
}

export interface Workflow {
  name: string
  body: JsonObject
  /** Its own inputs, beside those of the template. */
  inputs: readonly Parameter[]
  steps: readonly Step[]
}

/** A service template that was read and checked. */
export interface Template {
  /** For messages. */
  file: string
  body: JsonObject
  topology: JsonObject
  description: string | undefined
  types: Types
  files: Files
  /** Where its own relative references begin. */
  location: string
  inputs: Parameter[]
  inputNamed: ReadonlyMap<string, Parameter>
  outputs: Parameter[]
  nodes: Node[]
  nodeNamed: ReadonlyMap<string, Node>
  policies: Policy[]
  groups: Group[]
  workflows: Workflow[]
}
