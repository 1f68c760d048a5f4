import {TemplateError} from '#jinja/error'

/** A word of an expression or statement. */
export type Token = {kind: 'name' | 'string' | 'int' | 'float' | 'op'; value: string}

/** Where a piece of a template begins: a position in its text, its file, and the line of any position. */
export interface Source {
  readonly text: string
  readonly file: string
  lineAt(position: number): number
}

/** The text of a template with Unix line ends and without its last one, as Jinja reads it. */
export function sourceOf(file: string, template: string): Source {
  const text = template.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  let last = {position: 0, line: 1}
  return {
    file,
    text,
    // Positions are asked for in ascending order, so each line is counted once.
    lineAt(position) {
      if (position < last.position) last = {position: 0, line: 1}
      let {line} = last
      for (let at = text.indexOf('\n', last.position); at >= 0 && at < position; at = text.indexOf('\n', at + 1)) line++
      last = {position, line}
      return line
    },
  }
}

const TOKEN = new RegExp(
  [
    String.raw`\s*(?:`,
    String.raw`(?<float>\d[\d_]*(?:\.\d[\d_]*(?:[eE][-+]?\d+)?|[eE][-+]?\d+))|`,
    String.raw`(?<int>0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|\d[\d_]*)|`,
    String.raw`(?<name>[\p{L}_][\p{L}\p{N}_]*)|`,
    String.raw`(?<string>"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*')|`,
    String.raw`(?<op>\*\*|//|==|!=|<=|>=|[-+*/%~<>=()[\]{}.,:|]))`,
  ].join(''),
  'uy',
)
const SPACE = /\s*/y

/** The tokens from a position up to the closing mark, which may also stand in a string or, as braces, end a dictionary. */
export function readTokens(source: Source, from: number, close: '}}' | '%}') {
  const {text} = source
  const tokens: Token[] = []
  let depth = 0
  let at = from
  for (;;) {
    SPACE.lastIndex = at
    SPACE.test(text)
    const next = SPACE.lastIndex
    if (depth === 0) {
      const sign = text[next] ?? ''
      if (text.startsWith(close, next)) return {tokens, end: next + 2, strip: false}
      if ('-+'.includes(sign) && text.startsWith(close, next + 1)) return {tokens, end: next + 3, strip: sign === '-'}
    }
    TOKEN.lastIndex = at
    const groups = TOKEN.exec(text)?.groups
    if (!groups) {
      const reason = next < text.length ? `Unexpected ${JSON.stringify(text[next])}` : `\`${close}\` is missing`
      throw new TemplateError(source.file, source.lineAt(next < text.length ? next : from), `${reason}.`)
    }
    at = TOKEN.lastIndex
    const token = tokenOf(groups)
    if (token.kind === 'op' && '([{'.includes(token.value)) depth++
    if (token.kind === 'op' && ')]}'.includes(token.value)) depth--
    tokens.push(token)
  }
}

function tokenOf({float, int, name, string, op = ''}: Record<string, string | undefined>): Token {
  if (float !== undefined) return {kind: 'float', value: float.replaceAll('_', '')}
  if (int !== undefined) return {kind: 'int', value: int.replaceAll('_', '')}
  if (name !== undefined) return {kind: 'name', value: name}
  if (string !== undefined) return {kind: 'string', value: unescaped(string.slice(1, -1))}
  return {kind: 'op', value: op}
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': '',
}

const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\s\S]))/g

function unescaped(text: string): string {
  return text.replace(ESCAPE, (all, byte, unit, point, char: string | undefined) =>
    char === undefined ? String.fromCodePoint(Number.parseInt(byte ?? unit ?? point, 16)) : (ESCAPES[char] ?? all),
  )
}
