import {type Document, isMap, type Node, parseDocument, Scalar, YAMLMap, YAMLSeq} from 'yaml'
import {plainScalar} from '#cloud/config/plain-scalar'
import {isObject, type Json, type JsonObject} from '#json'

/** The text of a clouds.yaml or secure.yaml with one more entry; comments and other entries stay. Undefined where `clouds` is not a mapping. */
export function withEntry(text: string, cloud: string, entry: JsonObject): string | undefined {
  const document = parse(text)
  const clouds = document.get('clouds', true)
  if (isMap(clouds)) {
    if (clouds.items.length === 0) clouds.flow = false
    clouds.set(scalar(cloud), node(entry))
  } else if (clouds === undefined || String(clouds) === '') {
    document.set('clouds', mapping([[cloud, entry]]))
  } else return undefined
  return print(document, text)
}

/** The text without an entry; undefined where it has none of this name. */
export function withoutEntry(text: string, cloud: string): string | undefined {
  const document = parse(text)
  return document.hasIn(['clouds', cloud]) && document.deleteIn(['clouds', cloud]) ? print(document, text) : undefined
}

// Every scalar is text here, so that what stays is written as it was: 012 is not 12.
const parse = (text: string): Document.Parsed => parseDocument(text, {schema: 'failsafe', logLevel: 'error'})

const print = (document: Document.Parsed, before: string): string =>
  document.toString({lineWidth: 0, flowCollectionPadding: before.includes('{ ')})

function node(value: Json | undefined): Node {
  if (isObject(value)) return mapping(Object.entries(value))
  if (!Array.isArray(value)) return scalar(value)
  const list = new YAMLSeq()
  list.items = value.map(node)
  return list
}

function mapping(entries: readonly (readonly [string, Json | undefined])[]): YAMLMap {
  const map = new YAMLMap()
  for (const [key, value] of entries) map.set(scalar(key), node(value))
  return map
}

/** Text that YAML would read as something else is quoted: a password such as 12345 or yes. */
function scalar(value: Json | undefined): Scalar {
  const made = new Scalar(String(value))
  if (typeof value === 'string' && typeof plainScalar(value) !== 'string') made.type = 'QUOTE_DOUBLE'
  return made
}
