// Imported when there is a file to read: the yaml package takes longer to load than everything else here.
import {type Document, LineCounter, parseDocument, type YAMLError} from 'yaml'
import {locate} from '#cloud/config/locate'
import {isMap, type LocatedMap} from '#cloud/config/located'
import {unclosed} from '#cloud/config/unclosed'
import {ConfigError} from '#errors'

const RESERVED = 'the value begins with a character that YAML reserves; put it in quotes'

/** Our words for the parser's error codes: its own messages may quote the line, and the line may hold a password. */
const SENTENCES: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'a tab is used for indentation; YAML requires spaces',
  BAD_INDENT: 'the indentation does not match the lines above',
  MULTIPLE_DOCS: 'a second document begins here; only one is allowed',
  MISSING_CHAR: 'a quote, bracket or comma is missing',
  BAD_SCALAR_START: RESERVED,
  TAG_RESOLVE_FAILED: RESERVED,
  MULTIPLE_TAGS: RESERVED,
  BAD_ALIAS: RESERVED,
  RESOURCE_EXHAUSTION: 'the file is nested too deeply',
  BLOCK_AS_IMPLICIT_KEY: 'there is a second ":" on the line; put the value in quotes',
  MULTILINE_IMPLICIT_KEY: 'a ":" is missing, or the space after it, or the indentation is wrong',
  UNEXPECTED_TOKEN: 'unexpected text',
  BAD_DQ_ESCAPE: 'unknown escape sequence in double quotes; text in single quotes has no escapes',
}

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
  const [error] = document.errors
  if (error) throw malformed(error, document, text, (offset) => placeIn(name, lines.linePos(offset)))
  const root = locate(document.contents, placeOf)
  if (root.value === null) return undefined
  if (isMap(root.value)) return root.value
  throw new ConfigError(`${root.source.name}: the file is not a mapping.`, {
    hint: 'Begin the file with a line "clouds:".',
  })
}

const placeIn = (name: string, {line, col}: {line: number; col: number}) =>
  `${name}:${Math.max(1, line)}:${Math.max(1, col)}`

/** For what is not closed, the error names where it begins: where the parser notices it, the text is usually correct. */
function malformed(
  error: YAMLError,
  document: Document,
  text: string,
  placeOf: (offset: number) => string,
): ConfigError {
  const open = unclosed(document, text, error)
  const offset = open?.offset ?? error.pos[0]
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const key = /^[ \t"'-]*([\w-]+)["']?\s*:/.exec(text.slice(lineStart, offset + 40))?.[1]
  const sentence = open?.sentence ?? strayBracket(error, text) ?? SENTENCES[error.code] ?? 'this is not valid YAML'
  return new ConfigError(`${placeOf(offset)}: ${key ? `${key}: ` : ''}${sentence}.`, {code: 'ConfigSyntax'})
}

function strayBracket(error: YAMLError, text: string): string | undefined {
  const found = text[error.pos[0]]
  const isStray = error.code === 'UNEXPECTED_TOKEN' && (found === ']' || found === '}')
  return isStray ? `"${found}" has no matching opening bracket` : undefined
}
