import {jsonFault} from '#text/json-fault'

/** What JSON can hold, as decoded by `decodeJson`: a number that JavaScript would change stays an `ExactNumber`. */
export type Json = null | boolean | number | string | ExactNumber | Json[] | JsonObject

/** A JSON object as services answer with: any key may be missing, so that `asText(record.name)` and the like read it. */
export interface JsonObject {
  [key: string]: Json | undefined
}

/** A number kept as the server wrote it: `1.0`, `1e5` and integers beyond 2^53 survive a round trip. */
export class ExactNumber {
  readonly source: string

  constructor(source: string) {
    this.source = source
  }

  /** The nearest number that JavaScript has: `Number(exact)`, `exact > 1`. */
  valueOf(): number {
    return Number(this.source)
  }

  /** As the server wrote it. */
  toString(): string {
    return this.source
  }

  /** So that JSON.stringify writes it as the server did. */
  toJSON(): unknown {
    return rawJson(this.source)
  }
}

// In V8 since Node 21, not yet in TypeScript's library.
const {rawJSON: rawJson} = JSON as unknown as {rawJSON(source: string): unknown}
type SourceReviver = (key: string, value: unknown, context: {source?: string}) => unknown

// Cheap test, false alarms allowed: most bodies hold no such number and keep the fast path of JSON.parse.
const MAYBE_INEXACT = /(?:^|[[{:,\s])(?:-?\d+(?:\.\d|[eE]|\d{15})|-0)/

/** No service nests deeper, and printing such a value would overflow the stack. */
const DEEPEST = 500

/** The text is JSON, but nested too deeply. */
export class NestingError extends SyntaxError {
  constructor() {
    super(`nested more than ${DEEPEST} levels deep`)
  }
}

/** The text is not JSON. The place is looked for only when the message is read: callers also try what may not be JSON. */
class JsonError extends SyntaxError {
  constructor(text: string) {
    super()
    const message = () => {
      const {reason, line, column} = jsonFault(text) ?? {reason: 'not valid JSON', line: 1, column: 1}
      return `${reason} at line ${line}, column ${column}`
    }
    Object.defineProperty(this, 'message', {get: message, enumerable: false})
  }
}

/**
 * Parses JSON text. Throws NestingError, and SyntaxError with reason and place: `expected , or ] at line 2, column 5`. The
 * message of JSON.parse would quote the text, which may contain a secret.
 */
export function decodeJson(text: string): Json {
  const value = parse(text)
  // Nearly every text has fewer brackets than that, and counting them costs next to nothing.
  if (countOf('{', text) + countOf('[', text) > DEEPEST && isDeeper(value, DEEPEST)) throw new NestingError()
  return value
}

function parse(text: string): Json {
  try {
    if (!MAYBE_INEXACT.test(text)) return JSON.parse(text) as Json
    return JSON.parse(text, keepSource as (key: string, value: unknown) => unknown) as Json
  } catch (error) {
    // The reviver is called level by level.
    if (error instanceof RangeError) throw new NestingError()
    throw new JsonError(text)
  }
}

const keepSource: SourceReviver = (_key, value, {source}) =>
  typeof value === 'number' && source !== undefined && String(value) !== source ? new ExactNumber(source) : value

function isDeeper(value: Json | undefined, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  if (Array.isArray(value)) return value.some((item) => isDeeper(item, levels - 1))
  for (const key in value) if (isDeeper((value as JsonObject)[key], levels - 1)) return true
  return false
}

function countOf(character: string, text: string): number {
  let count = 0
  for (let at = text.indexOf(character); at >= 0 && count <= DEEPEST; at = text.indexOf(character, at + 1)) count += 1
  return count
}

/** What a service keeps as JSON in a text, decoded; undefined when the text is not JSON. Other values stay as they are. */
export function storedJson(value: Json | undefined): Json | undefined {
  if (typeof value !== 'string') return value
  try {
    return decodeJson(value)
  } catch {
    return undefined
  }
}

/** Whether it is a JSON object: no array, null or `ExactNumber`. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber)
}

/** `value` when it is an object, else an empty one: for answers whose parts may be missing or of another type. */
export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {}
}

/** `value` when it is an array, else an empty one. */
export function asArray(value: unknown): Json[] {
  return Array.isArray(value) ? value : []
}

/** `value` as text when it is a string or a number, else undefined. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' || value instanceof ExactNumber ? String(value) : undefined
}
