import {ExactNumber, type Json, type SyntaxFault, yamlFaults} from '@osc-cli/core'
import {type Document, LineCounter, type ParsedNode, parseDocument, type ScalarTag} from 'yaml'

// What PyYAML reads besides YAML 1.2: `yes` and `off` as booleans. Dates stay text, as they do in JSON.
const bool: ScalarTag = {
  tag: 'tag:yaml.org,2002:bool',
  default: true,
  test: /^(?:yes|no|true|false|on|off|Yes|No|True|False|On|Off|YES|NO|TRUE|FALSE|ON|OFF)$/,
  resolve: (text) => /^(?:yes|true|on)$/i.test(text),
}

// 1.0 stays 1.0.
const decimal: ScalarTag = {
  tag: 'tag:yaml.org,2002:float',
  default: true,
  test: /^-?(?:0|[1-9]\d*)\.\d+$/,
  resolve: (text) => new ExactNumber(text),
}

const tags = {customTags: (known: readonly unknown[]) => [bool, decimal, ...known] as ScalarTag[]}

/** YAML as Python reads it; undefined when it is not YAML. */
export function parseYaml(text: string): Json | undefined {
  const read = readDocument(text)
  return read.faults.length === 0 ? read.value() : undefined
}

interface ReadDocument {
  document: Document.Parsed<ParsedNode>
  lines: LineCounter
  faults: readonly SyntaxFault[]
  /** Only of a document without faults. */
  value(): Json
}

/** The same with the places of its nodes, and of its faults. */
export function readDocument(text: string): ReadDocument {
  const lines = new LineCounter()
  const document = parseDocument(text, {...tags, lineCounter: lines, prettyErrors: false, logLevel: 'error'})
  const value = () => document.toJS({maxAliasCount: -1}) as Json
  return {document: document as Document.Parsed<ParsedNode>, lines, faults: yamlFaults(document, text), value}
}
