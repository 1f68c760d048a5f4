import type {Json, JsonObject} from '@osc-cli/core'
import type {Faults} from '#faults'
import type {Flavor, Image} from '#hot/choose'
import type {Node, Operation, Template} from '#model/model'

/** Where a value stands: in a node, or in a relationship between two. */
export interface Scope {
  node?: Node | undefined
  source?: Node | undefined
  target?: Node | undefined
}

/** A resource of the Heat template that is being made. */
export interface Resource {
  name: string
  /** Undefined: nothing of the node is left in the Heat template. */
  type: string | undefined
  properties: JsonObject
  dependsOn: Set<Resource>
  /** The deployment that follows this one on the same node. */
  next?: Resource
  /** The value used in its place where it is not created: an existing network or volume. */
  existing?: Json
}

/** A translation under way. */
export interface Translation {
  template: Template
  values: Readonly<Record<string, string>>
  flavors: readonly Flavor[]
  images: readonly Image[]
  faults: Faults
  /** What the Heat template does not say, for the user. */
  notes: string[]
  resources: Resource[]
  /** The resource that represents a node. */
  ofNode: Map<Node, Resource>
  /** The deployment that runs an operation. */
  ofOperation: Map<Operation, Resource>
  /** The servers that a node runs on, of the nodes that were asked for. */
  serversOf: Map<Node, readonly Node[]>
  /** Where the inputs of a deployment are evaluated. */
  scopes: Map<Resource, Scope>
  version: string
  /** What the inputs become. */
  parameters: JsonObject
  /** Nested templates by file name. */
  nested: Map<string, JsonObject>
  /** The resources that a group scales, in a nested template. */
  scaled: {group: string; file: string; inside: ReadonlySet<Resource>} | undefined
}

export const resource = (name: string, type: string | undefined, properties: JsonObject = {}): Resource => ({
  name,
  type,
  properties,
  dependsOn: new Set(),
})

/** The entries that have a value. */
export const defined = (values: Record<string, Json | undefined>): JsonObject =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

/** A reference to a resource, or to what exists instead. */
export const referenceTo = ({name, existing}: Resource): Json => existing ?? {get_resource: name}

/** The last of the deployments that follow each other. */
export function lastOf(first: Resource): Resource {
  let last = first
  while (last.next) last = last.next
  return last
}

export const COMPUTE = 'tosca.nodes.Compute'

export const isCompute = ({template}: Translation, node: Node): boolean => template.types.isA(node.type, COMPUTE)
