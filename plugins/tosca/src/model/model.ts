import type {Json, JsonObject} from '@osc-cli/core'
import type {Files} from '#read/source'
import type {Type, Types} from '#types/types'

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
  /** The mapping that names the implementation, for its place. */
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
  outputs: Parameter[]
  nodes: Node[]
  policies: Policy[]
  groups: Group[]
}
