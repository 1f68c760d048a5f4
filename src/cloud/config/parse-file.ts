// Imported when there is a file to read: the yaml package takes longer to load than everything else here.
import {type Document, LineCounter, parseDocument} from 'yaml'
import {locate} from '#cloud/config/locate'
import {isMap, type LocatedMap} from '#cloud/config/located'
import {ConfigError} from '#errors'
import type {SyntaxFault} from '#text/place'
import {yamlSyntaxFaults} from '#text/yaml-fault'

/**
 * The mapping that a configuration file holds, every value with its line; undefined when the file is empty. Read as
 * PyYAML's safe_load would, JSON included. ConfigError with file, line and key when it is malformed; `name` is the
 * file's name for messages.
 */
export function parseFile(text: string, name: string): LocatedMap | undefined {
  const lines = new LineCounter()
  const placeOf = (offset: number) => `${name}:${Math.max(1, lines.linePos(offset).line)}`
  const document: Document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'error',
  })
  const [fault] = yamlSyntaxFaults(document, text)
  if (fault) throw malformed(fault, text, name)
  const root = locate(document.contents, placeOf)
  if (root.value === null) return undefined
  if (isMap(root.value)) return root.value
  throw new ConfigError(`${root.source.name}: the file is not a mapping.`, {
    hint: 'Begin the file with a line "clouds:".',
  })
}

/** Names the key of the line: keys of a configuration are not secret. */
function malformed({line, column, reason}: SyntaxFault, text: string, name: string): ConfigError {
  const start = text.split('\n')[line - 1]?.slice(0, column + 39)
  const key = /^[ \t"'-]*([\w-]+)["']?\s*:/.exec(start ?? '')?.[1]
  return new ConfigError(`${name}:${line}:${column}: ${key ? `${key}: ` : ''}${reason}.`, {code: 'ConfigSyntax'})
}
