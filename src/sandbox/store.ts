import type {JsonObject} from '#json'

/** The sandbox's state: named collections of JSON documents in one file. What a write returned from survives kill -9. */
export interface Store {
  /** The collection of that name; a new one is empty. */
  collection(name: string): Documents
  /** All writes of `work`, or none when it throws. `work` may not await. Inside another one it is part of that. */
  transaction<T>(work: () => T): T
}

/** Documents by ID, in the order in which they were first put. */
export interface Documents {
  /** A copy, or undefined when there is none; changes are kept by `put`. */
  get(id: string): JsonObject | undefined
  /** Adds, or replaces what has that ID and keeps its place. */
  put(id: string, document: JsonObject): void
  /** Whether there was one. */
  delete(id: string): boolean
  /** Those whose top-level keys have exactly these values; all of them without `match`. */
  find(match?: Readonly<Record<string, string | number | boolean | null | undefined>>): JsonObject[]
  /** How many there are. */
  count(): number
}
