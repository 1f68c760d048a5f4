import {placeAt, type SyntaxFault} from '#text/place'
import {childrenOf, isAlias, isNode, type YamlDocument, type YamlError, type YamlNode} from '#text/yaml-document'
import {unclosed} from '#text/yaml-unclosed'

const RESERVED = 'the value begins with a character that YAML reserves; put it in quotes'
const NESTED = 'the document is nested too deeply'

/** Values that aliases may unfold to. */
const MOST_VALUES = 1_000_000

/** Our words for the parser's error codes: its own messages may quote the text, and the text may contain a password. */
const REASONS: Readonly<Record<string, string>> = {
  ALIAS_PROPS: RESERVED,
  BAD_ALIAS: RESERVED,
  BAD_DIRECTIVE: 'a line that begins with % is not a known YAML directive',
  BAD_DQ_ESCAPE: 'unknown escape sequence in double quotes; text in single quotes has no escapes',
  BAD_INDENT: 'the indentation does not match the lines above',
  BAD_SCALAR_START: RESERVED,
  BLOCK_AS_IMPLICIT_KEY: 'there is a second ":" on the line; put the value in quotes',
  BLOCK_IN_FLOW: 'a list or mapping inside brackets must also be in brackets',
  DUPLICATE_KEY: 'the key is already defined above',
  KEY_OVER_1024_CHARS: 'the key is longer than 1024 characters',
  MISSING_CHAR: 'a quote, bracket or comma is missing',
  MULTILINE_IMPLICIT_KEY: 'a ":" is missing, or the space after it, or the indentation is wrong',
  MULTIPLE_ANCHORS: RESERVED,
  MULTIPLE_DOCS: 'a second document begins here; only one is allowed',
  MULTIPLE_TAGS: RESERVED,
  RESOURCE_EXHAUSTION: NESTED,
  TAB_AS_INDENT: 'a tab is used for indentation; YAML requires spaces',
  TAG_RESOLVE_FAILED: RESERVED,
  UNEXPECTED_TOKEN: 'unexpected text',
}

/** The syntax errors of a document that the yaml package has parsed with `prettyErrors: false`. */
export const yamlSyntaxFaults = (document: YamlDocument, text: string): SyntaxFault[] =>
  document.errors.map((error) => syntaxFault(error, document, text))

/**
 * The same, and what the package finds only when it makes values of the document: unknown tags, and aliases without an
 * anchor, in a circle or too many. Without faults, `toJS({maxAliasCount: -1})` succeeds.
 */
export function yamlFaults(document: YamlDocument, text: string): SyntaxFault[] {
  if (document.errors.length > 0) return yamlSyntaxFaults(document, text)
  const tags = document.warnings.filter(({code}) => code === 'TAG_RESOLVE_FAILED')
  if (tags.length > 0) return tags.map((error) => syntaxFault(error, document, text))
  const alias = aliasFault(document.contents)
  return alias === undefined ? [] : [{...placeAt(text, alias.offset), reason: alias.reason}]
}

/** For what is not closed, the fault is where it begins: where the parser notices it, the text is usually correct. */
function syntaxFault(error: YamlError, document: YamlDocument, text: string): SyntaxFault {
  const open = unclosed(document, text, error)
  const reason = open?.reason ?? strayBracket(error, text) ?? REASONS[error.code] ?? 'not valid YAML'
  return {...placeAt(text, open?.offset ?? error.pos[0]), reason}
}

function strayBracket({code, pos}: YamlError, text: string): string | undefined {
  const found = text[pos[0]]
  const isStray = code === 'UNEXPECTED_TOKEN' && (found === ']' || found === '}')
  return isStray ? `"${found}" has no matching opening bracket` : undefined
}

function aliasFault(contents: unknown): {offset: number; reason: string} | undefined {
  const sizes = new Map<string, number | 'open'>()
  let values = 0
  const visit = (node: YamlNode): string | undefined => {
    values += 1
    const before = values
    if (isAlias(node)) {
      const size = sizes.get(node.source ?? '')
      if (size === undefined) return 'an alias refers to no anchor above it; put a string that begins with * in quotes'
      if (size === 'open') return 'an alias refers to a part that contains it'
      values += size
      return values > MOST_VALUES ? `the aliases unfold to more than ${MOST_VALUES} values` : undefined
    }
    if (node.anchor) sizes.set(node.anchor, 'open')
    for (const child of childrenOf(node)) {
      const reason = visit(child)
      if (reason === undefined) continue
      offset ??= child.range?.[0]
      return reason
    }
    if (node.anchor) sizes.set(node.anchor, values - before + 1)
    return undefined
  }
  let offset: number | undefined
  const reason = isNode(contents) ? visit(contents) : undefined
  return reason === undefined ? undefined : {offset: offset ?? 0, reason}
}
