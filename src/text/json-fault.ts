import {placeAt, type SyntaxFault} from '#text/place'

const BLANK = /[ \t\n\r]*/y
const PLAIN = /[^"\\\u0000-\u001f]*/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
const SIMPLE = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null/y

/** What may come next, in the words of the reason. */
type Wanted =
  | 'a value'
  | 'a value or ]'
  | 'a key in double quotes'
  | 'a key in double quotes or }'
  | ':'
  | ', or ]'
  | ', or }'
  | 'the end'

/**
 * Why a text is not JSON; undefined if it is. JSON.parse does not always name the place, and quotes what is there.
 */
export function jsonFault(text: string): SyntaxFault | undefined {
  const open: string[] = []
  let wanted: Wanted = 'a value'
  let at = 0

  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    const length = pattern.exec(text)?.[0].length ?? 0
    at += length
    return length > 0
  }
  const fault = (reason: string): SyntaxFault => ({...placeAt(text, at), reason})
  const afterValue = (): Wanted => (open.length === 0 ? 'the end' : open.at(-1) === '{' ? ', or }' : ', or ]')

  /** Takes a string. The fault inside it, if any. */
  function takeString(): SyntaxFault | undefined {
    const start = at
    at += 1
    while (take(PLAIN) || take(ESCAPE));
    if (text[at] === '"') {
      at += 1
      return undefined
    }
    if (text[at] === '\\') return fault('unknown escape sequence in a string')
    if (at < text.length) return fault('a control character in a string; write a line break as \\n')
    at = start
    return fault('the string that begins here is not closed by "')
  }

  for (;;) {
    take(BLANK)
    const next = text[at]
    if (next === undefined) return wanted === 'the end' ? undefined : fault(`the text ends, expected ${wanted}`)
    const isValue = wanted.startsWith('a value')
    const isKey = wanted.startsWith('a key')
    if (next === '"' && (isValue || isKey)) {
      const broken = takeString()
      if (broken) return broken
      wanted = isKey ? ':' : afterValue()
    } else if ((next === '{' || next === '[') && isValue) {
      open.push(next)
      at += 1
      wanted = next === '{' ? 'a key in double quotes or }' : 'a value or ]'
    } else if (wanted.endsWith(next) && (next === '}' || next === ']')) {
      open.pop()
      at += 1
      wanted = afterValue()
    } else if (next === ',' && wanted.startsWith(',')) {
      at += 1
      wanted = open.at(-1) === '{' ? 'a key in double quotes' : 'a value'
    } else if (next === ':' && wanted === ':') {
      at += 1
      wanted = 'a value'
    } else if (isValue && take(SIMPLE)) {
      wanted = afterValue()
    } else {
      return fault(`expected ${wanted}`)
    }
  }
}
