import {errorAt, NESTED_TOO_DEEPLY, type Source} from '#template/document-error'
import {float, integer} from '#template/numbers'
import type {Tree, TreeMap} from '#template/tree'

/** Maximum depth: the parser is recursive. */
const DEEPEST = 500

const BLANK = /[ \t\n\r]*/y
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const NUMBER = /(-?)(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?/y
const WORD = /true|false|null/y
const WORDS: Record<string, Tree> = {true: true, false: false, null: null}

/**
 * Parses a JSON document. JSON.parse would move keys such as `80` to the front and change `1.0`, and its errors differ
 * between versions. Throws a DocumentError that names file, line and column.
 */
export function parseJson(source: Source): Tree {
  const {text} = source
  let [at, depth] = [0, 0]

  function value(): Tree {
    const start = text[at]
    if (start === '{') return object()
    if (start === '[') return array()
    if (start === '"') return string()
    const word = take(WORD)?.[0]
    return word === undefined ? number() : (WORDS[word] ?? null)
  }

  function object(): TreeMap {
    const map: TreeMap = new Map()
    members('}', () => {
      const key = string()
      expect(':')
      map.set(key, value())
    })
    return map
  }

  function array(): Tree[] {
    const items: Tree[] = []
    members(']', () => items.push(value()))
    return items
  }

  /** The contents of brackets: elements separated by commas, up to `end`. */
  function members(end: string, element: () => void): void {
    step()
    depth += 1
    if (depth > DEEPEST) throw errorAt(source, at, NESTED_TOO_DEEPLY)
    while (text[at] !== end) {
      element()
      take(BLANK)
      if (text[at] !== end) expect(',')
      else break
      if (text[at] === end) throw wrong(`something before '${end}'`)
    }
    depth -= 1
    at++
  }

  function string(): string {
    const literal = take(STRING)
    if (!literal) throw wrong('a text in double quotes, with line breaks written as \\n')
    return JSON.parse(literal[0]) as string
  }

  function number(): Tree {
    const [all, minus, digits, fraction, exponent] = take(NUMBER) ?? []
    if (all === undefined || digits === undefined) throw wrong('a value')
    if (fraction === undefined && exponent === undefined) return integer(digits, minus === '-')
    const result = Number(all)
    if (!Number.isFinite(result)) throw wrong('a smaller number before this')
    return float(result)
  }

  function expect(mark: string): void {
    take(BLANK)
    if (text[at] !== mark) throw wrong(`'${mark}'`)
    step()
  }

  /** Skips one character and the whitespace after it. */
  function step(): void {
    at++
    take(BLANK)
  }

  function take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = at
    const match = pattern.exec(text) ?? undefined
    at += match?.[0].length ?? 0
    return match
  }

  const wrong = (wanted: string) => errorAt(source, at, `not valid JSON: expected ${wanted}`)

  take(BLANK)
  const tree = value()
  take(BLANK)
  if (at < text.length) throw wrong('the end of the file')
  return tree
}
