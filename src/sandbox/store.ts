import type {JsonObject} from '#json'

/** The sandbox's state: named collections of JSON documents in one file. A write that returned survives kill -9. */
export interface Store {
  /** The collection of that name; a new one is empty. */
  collection(name: string): Documents
  /** Keeps all writes of `work`, or none when it throws. `work` must not await. Nested calls join the outer transaction. */
  transaction<T>(work: () => T): T
}

/** Documents by ID, in the order in which they were first put. */
export interface Documents {
  /** A copy, or undefined when there is none; changes are kept by `put`. */
  get(id: string): JsonObject | undefined
  /** Adds a document, or replaces the one with that ID and keeps its place. */
  put(id: string, document: JsonObject): void
  /** Returns whether there was one. */
  delete(id: string): boolean
  /** Those whose top-level keys have exactly these values; all of them without `match`. */
  find(match?: Readonly<Record<string, string | number | boolean | null | undefined>>): JsonObject[]
  /** How many there are. */
  count(): number
}
