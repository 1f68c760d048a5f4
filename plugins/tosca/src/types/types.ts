import {asObject, asText, type Json, type JsonObject} from '@osc-cli/core'
import {expand} from '#types/expand'
import * as nfv from '#types/nfv'
import * as simple from '#types/simple-profile'

/** The kinds of types, by the sections that define them, and the beginning of the normative names. */
export const KINDS = {
  node: {section: 'node_types', prefix: 'tosca.nodes.'},
  relationship: {section: 'relationship_types', prefix: 'tosca.relationships.'},
  capability: {section: 'capability_types', prefix: 'tosca.capabilities.'},
  interface: {section: 'interface_types', prefix: 'tosca.interfaces.'},
  data: {section: 'data_types', prefix: 'tosca.datatypes.'},
  artifact: {section: 'artifact_types', prefix: 'tosca.artifacts.'},
  policy: {section: 'policy_types', prefix: 'tosca.policies.'},
  group: {section: 'group_types', prefix: 'tosca.groups.'},
} as const
export type Kind = keyof typeof KINDS

export interface Type {
  kind: Kind
  name: string
  body: JsonObject
}

/** How many types a type may derive from. */
export const MAX_PARENTS = 100

/** All types that a template may use: the normative ones, and those that it defines or imports. */
export class Types {
  readonly #types: ReadonlyMap<Kind, Map<string, Type>> = new Map(
    Object.keys(KINDS).map((kind) => [kind as Kind, new Map()]),
  )

  readonly #chains = new Map<Type, readonly Type[]>()

  constructor() {
    this.#addBuiltIn('node', {...simple.nodes, ...nfv.nodes})
    this.#addBuiltIn('relationship', {...simple.relationships, ...nfv.relationships})
    this.#addBuiltIn('capability', {...simple.capabilities, ...nfv.capabilities})
    this.#addBuiltIn('interface', simple.interfaces)
    this.#addBuiltIn('data', simple.data)
    this.#addBuiltIn('artifact', simple.artifacts)
    this.#addBuiltIn('policy', simple.policies)
    this.#addBuiltIn('group', {...simple.groups, ...nfv.groups})
  }

  #addBuiltIn(kind: Kind, types: Parameters<typeof expand>[1]): void {
    for (const [name, body] of Object.entries(expand(KINDS[kind].prefix, types))) this.add(kind, name, body)
  }

  add(kind: Kind, name: string, body: JsonObject): void {
    this.#chains.clear()
    this.#of(kind).set(name, {kind, name, body})
  }

  #of(kind: Kind): Map<string, Type> {
    return this.#types.get(kind) ?? new Map()
  }

  /** By its name, or in short: `Compute`, `tosca:Compute`, `PortDef`. */
  find(kind: Kind, name: string): Type | undefined {
    const types = this.#of(kind)
    const short = name.replace(/^tosca:/, '')
    return (
      types.get(name) ??
      types.get(KINDS[kind].prefix + short) ??
      types.get(`${KINDS[kind].prefix}network.${short}`) ??
      this.#misplaced(name)
    )
  }

  /** A type that is defined in the section of another kind. */
  #misplaced(name: string): Type | undefined {
    for (const types of this.#types.values()) {
      const type = types.get(name)
      if (type) return type
    }
    return undefined
  }

  /** All names that types of a kind can be called by: `tosca.nodes.Compute` and `Compute`. */
  names(kind: Kind): string[] {
    const {prefix} = KINDS[kind]
    return [...this.#of(kind).keys()].flatMap((name) =>
      name.startsWith(prefix) ? [name, name.slice(prefix.length)] : [name],
    )
  }

  all(kind: Kind): Iterable<Type> {
    return this.#of(kind).values()
  }

  parent(type: Type): Type | undefined {
    const name = asText(type.body.derived_from)
    return name === undefined ? undefined : this.find(type.kind, name)
  }

  /**
   * A type and those that it derives from, itself first; a type that derives from itself, or from too many others, ends the
   * chain.
   */
  chain(type: Type): readonly Type[] {
    const known = this.#chains.get(type)
    if (known) return known
    const chain = new Set([type])
    for (let next = this.parent(type); next && !chain.has(next) && chain.size <= MAX_PARENTS; next = this.parent(next))
      chain.add(next)
    this.#chains.set(type, [...chain])
    return [...chain]
  }

  isA(type: Type, name: string): boolean {
    return this.chain(type).some((each) => each.name === name)
  }

  /** A section of a type's definition with what it inherits: own entries win, inherited ones come first. */
  section(type: Type, section: string): JsonObject {
    return Object.assign(
      {},
      ...this.chain(type)
        .toReversed()
        .map(({body}) => asObject(body[section])),
    )
  }

  /** The requirements of a type, name and definition, own ones first. */
  requirements(type: Type): [string, JsonObject][] {
    const found = new Map<string, JsonObject>()
    for (const {body} of this.chain(type))
      for (const [name, definition] of pairsOf(body.requirements))
        if (!found.has(name))
          found.set(name, typeof definition === 'string' ? {capability: definition} : asObject(definition))
    return [...found]
  }
}

/** The entries of a list of one-key mappings, or of a mapping. */
export function pairsOf(value: Json | undefined): [string, Json][] {
  const maps = Array.isArray(value) ? value : [value]
  return maps.flatMap((map) => Object.entries(asObject(map))).map(([key, each]) => [key, each ?? null])
}
