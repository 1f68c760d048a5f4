import {type Json, type JsonObject, type SyntaxFault, yamlSyntaxFaults} from '@osc-cli/core'
import type {
  DocumentOptions,
  LineCounter,
  Node,
  Pair,
  ParsedNode,
  ParseOptions,
  Scalar,
  SchemaOptions,
  YAMLMap,
  YAMLSeq,
} from 'yaml'
import {TemplateError} from '#faults'
import {parseIndented} from '#yaml/indent'
import {type Place, remember} from '#yaml/places'
import {plainScalar} from '#yaml/scalars'

/** Limits how far aliases can expand a small file. */
const MAX_VALUES = 500_000

/** Limits recursion. */
const MAX_DEPTH = 200

/** Brackets also stand in texts, where they need not be closed. */
const MAX_BRACKETS = 500

/**
 * Parses one YAML document. The places of all values can be asked for afterwards. TemplateError with line and column.
 * `onRepeat` gets the place of each repeated key, whose last value counts, as Python reads it; by default it is an error.
 */
export async function parseYaml(text: string, file: string, onRepeat = refuseRepeat): Promise<Json> {
  const yaml = await import('yaml')
  let lines = new yaml.LineCounter()
  const parse = (content: string) => {
    lines = new yaml.LineCounter()
    const options = {
      lineCounter: lines,
      // The reader checks this: the package compares each key with all others.
      uniqueKeys: false,
      schema: 'failsafe',
      logLevel: 'error',
      prettyErrors: false,
    }
    return yaml.parseDocument(content, options as ParseOptions & DocumentOptions & SchemaOptions)
  }
  if (isDeep(text)) throw tooDeep({file, line: 0, column: 0})
  const document = parseIndented(text, parse)
  const [fault] = yamlSyntaxFaults(document, text)
  if (fault) throw syntaxError(file, fault)
  return new Reader(yaml, lines, {file, onRepeat}, document.contents as ParsedNode | null).value
}

export const REPEATED = 'not valid YAML: the key is already defined above'

function refuseRepeat(place: Place): void {
  throw new TemplateError([{place, message: REPEATED}])
}

/** Whether brackets are nested so deep that the parser, which is recursive, could fail. */
function isDeep(text: string): boolean {
  let depth = 0
  for (const character of text) {
    if (character === '[' || character === '{') depth += 1
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1)
    if (depth > MAX_BRACKETS) return true
  }
  return false
}

const syntaxError = (file: string, {line, column, reason}: SyntaxFault): TemplateError =>
  new TemplateError([{place: {file, line, column}, message: `not valid YAML: ${reason}`}])

const tooDeep = (place: Place): TemplateError =>
  new TemplateError([{place, message: `values are nested deeper than ${MAX_DEPTH} levels`}])

function placeAt(lines: LineCounter, file: string, offset: number): Place {
  const {line, col} = lines.linePos(offset)
  return {file, line, column: col}
}

/** Turns parsed nodes into plain values, and remembers their places. */
class Reader {
  readonly value: Json
  readonly #yaml: typeof import('yaml')
  readonly #lines: LineCounter
  readonly #file: string
  readonly #onRepeat: (place: Place) => void
  readonly #anchors = new Map<string, {value: Json; size: number} | 'open'>()
  #count = 0
  #depth = 0

  constructor(
    yaml: typeof import('yaml'),
    lines: LineCounter,
    {file, onRepeat}: {file: string; onRepeat: (place: Place) => void},
    root: ParsedNode | null,
  ) {
    this.#yaml = yaml
    this.#lines = lines
    this.#file = file
    this.#onRepeat = onRepeat
    this.value = this.#read(root)
  }

  #read(node: ParsedNode | null): Json {
    if (node === null) return null
    if (!this.#yaml.isAlias(node) && node.tag !== undefined && !node.tag.startsWith(STANDARD_TAG))
      throw this.#fault(node, 'the value begins with a character that YAML reserves; put it in quotes')
    this.#count += 1
    this.#limit(node)
    if (this.#yaml.isAlias(node)) return this.#aliased(node.source, node)
    const {anchor} = node
    if (anchor) this.#anchors.set(anchor, 'open')
    const before = this.#count
    this.#depth += 1
    if (this.#depth > MAX_DEPTH) throw tooDeep(this.#place(node))
    const value = this.#convert(node)
    this.#depth -= 1
    if (anchor) this.#anchors.set(anchor, {value, size: this.#count - before})
    return value
  }

  #convert(node: ParsedNode): Json {
    const {isMap, isScalar, isSeq} = this.#yaml
    if (isMap(node)) return this.#mapping(node)
    if (isSeq(node)) return this.#list(node)
    return isScalar(node) ? scalarValue(node) : null
  }

  #mapping(node: YAMLMap.Parsed): JsonObject {
    const value: JsonObject = {}
    const [keys, values, sources] = [new Map<string, Place>(), new Map<string, Place>(), new Map<string, string>()]
    const merged: JsonObject[] = []
    for (const {key, value: of} of node.items as Pair<ParsedNode, ParsedNode | null>[]) {
      const name = this.#key(key)
      if (keys.has(name)) this.#onRepeat(this.#place(key))
      if (name === '<<' && this.#yaml.isScalar(key) && key.type === 'PLAIN') {
        merged.push(...this.#mergedMaps(of))
        continue
      }
      // Also for `__proto__`.
      Object.defineProperty(value, name, {value: this.#read(of), enumerable: true, writable: true, configurable: true})
      keys.set(name, this.#place(key))
      values.set(name, this.#place(of ?? key))
      if (this.#yaml.isScalar(of) && of.type === 'PLAIN') sources.set(name, String(of.value))
    }
    for (const map of merged)
      for (const [name, each] of Object.entries(map)) if (!Object.hasOwn(value, name)) value[name] = each
    remember(value, {place: this.#place(node), keys, values, sources})
    return value
  }

  #list(node: YAMLSeq.Parsed): Json[] {
    const items = node.items as ParsedNode[]
    const value = items.map((item) => this.#read(item))
    const places = new Map(items.map((item, index) => [String(index), this.#place(item)]))
    const sources = new Map<string, string>()
    for (const [index, item] of items.entries())
      if (this.#yaml.isScalar(item) && item.type === 'PLAIN') sources.set(String(index), String(item.value))
    remember(value, {place: this.#place(node), keys: places, values: places, sources})
    return value
  }

  #key(key: ParsedNode): string {
    if (this.#yaml.isScalar(key)) return String(key.value)
    throw this.#fault(key, 'a key must be a single value')
  }

  #mergedMaps(node: ParsedNode | null): JsonObject[] {
    const value = this.#read(node)
    const maps = Array.isArray(value) ? value : [value]
    return maps.map((map) => {
      if (typeof map === 'object' && map !== null && !Array.isArray(map)) return map as JsonObject
      throw this.#fault(node, '<< requires a mapping or a list of mappings')
    })
  }

  /** Errors do not name the alias: it may be a password that begins with *. */
  #aliased(name: string, node: ParsedNode): Json {
    const target = this.#anchors.get(name)
    if (target === undefined) throw this.#fault(node, 'an alias refers to no anchor above it')
    if (target === 'open') throw this.#fault(node, 'an alias refers to a part that contains it')
    this.#count += target.size
    this.#limit(node)
    return target.value
  }

  #limit(node: ParsedNode): void {
    if (this.#count > MAX_VALUES) throw this.#fault(node, `the file has more than ${MAX_VALUES} values`)
  }

  #place(node: Node | null): Place {
    return placeAt(this.#lines, this.#file, node?.range?.[0] ?? 0)
  }

  #fault(node: Node | null, message: string): TemplateError {
    return new TemplateError([{place: this.#place(node), message}])
  }
}

/** PyYAML refuses other tags. Such a tag is usually a password that begins with `!`. */
const STANDARD_TAG = 'tag:yaml.org,2002:'

function scalarValue(node: Scalar.Parsed): Json {
  const text = String(node.value)
  if (node.tag === 'tag:yaml.org,2002:str' || node.type !== 'PLAIN') return text
  return plainScalar(text)
}
