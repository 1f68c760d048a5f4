import type {Json, JsonObject} from '@osc-cli/core'
import type {ResourceRecord, StackRecord} from '#sandbox/engine/records'
import type {Services, ServiceType} from '#sandbox/engine/services'
import type {World} from '#sandbox/engine/world'
import type {PropertySchemas} from '#sandbox/resources/properties'
import type {Definition} from '#sandbox/template/model'

/** A resource during an operation. */
export interface Handle {
  readonly world: World
  readonly stack: StackRecord
  /** The current record in the store. */
  readonly record: ResourceRecord
  /** Every property of the schema, coerced. */
  readonly properties: JsonObject
  setPhysicalId(id: string): void
  setData(data: JsonObject): void
  wait(milliseconds: number): Promise<void>
  /** Nested stacks of this one, created by the engine. */
  readonly nested: NestedStacks
  /** The other services of the sandbox, as the user of the stack. */
  readonly services: Services
}

/** Operations of the engine for a resource that is a stack. Each rejects with a ResourceFailure on failure. */
export interface NestedStacks {
  create(handle: Handle, source: NestedSource): Promise<void>
  update(handle: Handle, source: NestedSource): Promise<void>
  remove(handle: Handle): Promise<void>
  act(handle: Handle, action: 'SUSPEND' | 'RESUME' | 'CHECK' | 'SNAPSHOT'): Promise<void>
  /** Values of the nested stack's outputs. */
  outputs(handle: Handle): JsonObject
  /** The results of get_resource and get_attr for a resource in it. */
  memberReference(handle: Handle, member: string): Json
  memberAttribute(handle: Handle, member: string, name: string, path: readonly Json[]): Json | undefined
}

export interface NestedSource {
  template: JsonObject
  parameters: JsonObject
  /** An independent stack that shares nothing with its parent: OS::Heat::Stack. */
  isRemote?: boolean
}

export interface AttributeSchema {
  description: string
  type?: string
  /** Can be read, but is not listed. */
  isHidden?: boolean
}

/** A resource type. Operations that a type does not define succeed without effect, as in Heat's base class. */
export interface ResourceType {
  readonly name: string
  readonly description: string
  /** The first Heat release with this type. */
  readonly since: string
  /** The service that it is a resource of; none for Heat's own types. */
  readonly service?: ServiceType
  readonly properties: PropertySchemas
  /** Schemas of `update_policy`. The sandbox validates it, and changes all resources at once. */
  readonly updatePolicy?: PropertySchemas
  readonly attributes: Readonly<Record<string, AttributeSchema>>
  /** Accepts any property. */
  readonly takesAll?: boolean
  /** Has any attribute. */
  readonly hasAll?: boolean
  /** Whether a resource depends on another one of its template that its properties do not name. */
  follows?(own: Definition, other: Definition): boolean
  /** Checks beyond the schema. Throws PropertyError. */
  validate?(properties: JsonObject): void
  create?(handle: Handle): Promise<void> | void
  update?(handle: Handle, before: JsonObject, changed: ReadonlySet<string>): Promise<void> | void
  /** Whether changed properties require a replacement although each can be updated in place. */
  replaces?(changed: ReadonlySet<string>, after: JsonObject): boolean
  remove?(handle: Handle): Promise<void> | void
  suspend?(handle: Handle): Promise<void> | void
  resume?(handle: Handle): Promise<void> | void
  check?(handle: Handle): Promise<void> | void
  snapshot?(handle: Handle): Promise<void> | void
  attribute?(handle: Handle, name: string, path: readonly Json[]): Json | undefined
  /** Attributes whose path the type resolves itself. */
  ownPath?(name: string): boolean
  /** All attributes at once, for resources whose service returns them together. */
  show?(handle: Handle): JsonObject | undefined
  /** The result of get_resource; default: the physical ID. */
  reference?(handle: Handle): Json
  /** Handles a signal and returns the reason for its event. `sibling` is a resource of the same stack, by its reference. */
  signal?(handle: Handle, details: JsonObject, sibling: (reference: string) => Handle | undefined): Signalled
  /** The template of its nested stack, if it has one. */
  nestedTemplate?(properties: JsonObject): NestedSource | undefined
}

export interface Signalled {
  /** `Signal: status:SUCCESS reason:...`; no event without one. */
  reason?: string
  action?: string
}

/** A failure in a resource: Heat's exception and its message. */
export class ResourceFailure extends Error {
  readonly kind: string
  /** Below the resource itself: `resources.inner`, empty for the resource's own failure. */
  readonly path: string

  constructor(kind: string, message: string, path = '') {
    super(message)
    this.kind = kind
    this.path = path
  }
}
