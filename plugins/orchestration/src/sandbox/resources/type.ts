import type {Json, JsonObject} from '@osc-cli/core'
import type {ResourceRecord, StackRecord} from '#sandbox/engine/records'
import type {World} from '#sandbox/engine/world'
import type {PropertySchemas} from '#sandbox/resources/properties'

/** A resource while something is done to it. */
export interface Handle {
  readonly world: World
  readonly stack: StackRecord
  /** The record as it is now in the store. */
  readonly record: ResourceRecord
  /** Every property of the schema, coerced. */
  readonly properties: JsonObject
  setPhysicalId(id: string): void
  setData(data: JsonObject): void
  wait(milliseconds: number): Promise<void>
  /** Stacks below this one, as the engine makes them. */
  readonly nested: NestedStacks
}

/** What a resource that is a stack may ask of the engine. Each rejects with a ResourceFailure when it did not work. */
export interface NestedStacks {
  create(handle: Handle, source: NestedSource): Promise<void>
  update(handle: Handle, source: NestedSource): Promise<void>
  remove(handle: Handle): Promise<void>
  act(handle: Handle, action: 'SUSPEND' | 'RESUME' | 'CHECK' | 'SNAPSHOT'): Promise<void>
  /** Values of the nested stack's outputs. */
  outputs(handle: Handle): JsonObject
  /** What get_resource and get_attr give of a resource in it. */
  memberReference(handle: Handle, member: string): Json
  memberAttribute(handle: Handle, member: string, name: string, path: readonly Json[]): Json | undefined
}

export interface NestedSource {
  template: JsonObject
  parameters: JsonObject
  /** A stack of its own, which shares nothing with the one above: OS::Heat::Stack. */
  isRemote?: boolean
}

export interface AttributeSchema {
  description: string
  type?: string
}

/** One type of resources. Whatever a type does not have, Heat's base class does: nothing, successfully. */
export interface ResourceType {
  readonly name: string
  readonly description: string
  /** Since which Heat. */
  readonly since: string
  readonly properties: PropertySchemas
  readonly attributes: Readonly<Record<string, AttributeSchema>>
  /** Takes any property. */
  readonly takesAll?: boolean
  /** Has any attribute that is asked for. */
  readonly hasAll?: boolean
  /** More than the schema asks for. Throws PropertyError. */
  validate?(properties: JsonObject): void
  create?(handle: Handle): Promise<void> | void
  update?(handle: Handle, before: JsonObject, changed: ReadonlySet<string>): Promise<void> | void
  /** Whether changed properties need a new one, though each may be changed in place. */
  replaces?(changed: ReadonlySet<string>, after: JsonObject): boolean
  remove?(handle: Handle): Promise<void> | void
  suspend?(handle: Handle): Promise<void> | void
  resume?(handle: Handle): Promise<void> | void
  check?(handle: Handle): Promise<void> | void
  snapshot?(handle: Handle): Promise<void> | void
  attribute?(handle: Handle, name: string, path: readonly Json[]): Json | undefined
  /** Attributes whose path the type follows itself. */
  ownPath?(name: string): boolean
  /** All attributes at once, where the service behind a resource tells them so. */
  show?(handle: Handle): JsonObject | undefined
  /** What get_resource gives; default: the physical ID. */
  reference?(handle: Handle): Json
  /** Takes a signal, returns the reason of its event. */
  signal?(handle: Handle, details: JsonObject): Signalled
  /** The template of its nested stack, when it is made of one. */
  nestedTemplate?(properties: JsonObject): NestedSource | undefined
}

export interface Signalled {
  /** `Signal: status:SUCCESS reason:...`; no event without one. */
  reason?: string
  action?: string
}

/** What went wrong in a resource: Heat's exception, and what it says. */
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
