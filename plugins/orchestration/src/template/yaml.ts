import {yamlSyntaxFaults} from '@osc-cli/core'
import type {Document, YAMLError} from 'yaml'
import {errorAt, errorIn, type Source} from '#template/document-error'
import type {Tree} from '#template/tree'
import {constructTree} from '#template/yaml-construct'

/** YAML 1.1, 5.1. */
const NOT_PRINTABLE = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

/**
 * Parses one YAML document as PyYAML's safe loader does, but with dates as texts. An empty document is null.
 * Throws a DocumentError that names file, line and column.
 */
export async function parseYaml({url, text}: Source): Promise<Tree> {
  const control = text.search(NOT_PRINTABLE)
  if (control >= 0) throw errorAt({url, text}, control, 'a control character is not allowed')
  const yaml = await import('yaml')
  const parse = (content: string): Document.Parsed =>
    yaml.parseDocument(content, {
      version: '1.1',
      // All scalars as texts: no schema of the package has the types of YAML 1.1 as PyYAML resolves them.
      schema: 'failsafe',
      logLevel: 'error',
      prettyErrors: false,
      strict: false,
      uniqueKeys: false,
    })
  const {document, content} = parseIndented(text, parse)
  const [fault] = yamlSyntaxFaults(document, text)
  if (fault) throw errorIn(url, fault)
  return constructTree(document, {url, text: content}, yaml)
}

const PADDING = ' '.repeat(200)
const MAX_PADDED_LINES = 50

interface Parsed {
  document: Document.Parsed
  content: string
}

/**
 * The package requires the lines of a multi-line `{...}`, `[...]` or quoted text to be indented more than the line that
 * opens it; PyYAML does not. Leading spaces mean nothing there, so such lines are indented until the error is gone.
 */
function parseIndented(text: string, parse: (content: string) => Document.Parsed): Parsed {
  const first = parse(text)
  let [content, document] = [text, first]
  for (let padded = 0; document.errors[0] && padded < MAX_PADDED_LINES; padded++) {
    const line = lineToIndent(document.errors[0], content)
    if (line === undefined) break
    content = content.slice(0, line) + PADDING + content.slice(line)
    document = parse(content)
  }
  return document.errors[0] ? {document: first, content: text} : {document, content}
}

/** The start of the line that ended a collection or a quoted text too early. */
function lineToIndent({message, pos: [offset]}: YAMLError, content: string): number | undefined {
  if (!message.includes('must be sufficiently indented') && !message.startsWith('Missing closing')) return undefined
  const rest = content.slice(offset).search(/\S/)
  const line = content.lastIndexOf('\n', offset + rest) + 1
  return rest < 0 || line === 0 || content.startsWith(PADDING, line) ? undefined : line
}
