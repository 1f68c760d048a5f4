import type {Document} from 'yaml'

const PADDING = ' '.repeat(200)
/** Characters to parse in all attempts together. */
const BUDGET = 4 * 1024 * 1024

/**
 * The package requires the lines of a multi-line `{...}`, `[...]` or quoted text to be indented more than the line that
 * opens it; PyYAML does not, and published type definitions rely on that. Leading spaces mean nothing there, so such
 * lines are indented until the error is gone. Lines keep their numbers.
 */
export function parseIndented(text: string, parse: (content: string) => Document.Parsed): Document.Parsed {
  const first = parse(text)
  let [content, document] = [text, first]
  for (let parsed = text.length; document.errors[0] && parsed < BUDGET; parsed += content.length) {
    const line = lineToIndent(document, content)
    if (line === undefined) break
    content = content.slice(0, line) + PADDING + content.slice(line)
    document = parse(content)
  }
  return document.errors[0] ? first : document
}

/** The start of the line that ended a collection or a quoted text too early. */
function lineToIndent({errors: [error]}: Document.Parsed, content: string): number | undefined {
  const {message = '', pos: [offset] = [0, 0]} = error ?? {}
  if (!message.includes('must be sufficiently indented') && !message.startsWith('Missing closing')) return undefined
  const rest = content.slice(offset).search(/\S/)
  const line = content.lastIndexOf('\n', offset + rest) + 1
  return rest < 0 || line === 0 || content.startsWith(PADDING, line) ? undefined : line
}
