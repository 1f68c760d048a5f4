const SPACE = '\\t\\n\\v\\f\\r '
const LETTER = '[\\p{L}\\p{Nl}\\p{No}_]'
const WORD = '[\\p{L}\\p{N}_]'
const BEFORE_DASH = `[\\p{L}\\p{N}_!"'&.,?]`

// White space; dashes between words; a word up to a hyphen it may be broken at, a space, or such dashes.
const CHUNK =
  `[${SPACE}]+` +
  `|(?<=${BEFORE_DASH})-{2,}(?=${WORD})` +
  `|[^${SPACE}]+?(?:-(?:(?<=${LETTER}{2}-)|(?<=${LETTER}-${LETTER}-))(?=${LETTER}-?${LETTER})` +
  `|(?=[${SPACE}]|$)|(?<=${BEFORE_DASH})(?=-{2,}${WORD}))`

// Made when a text is wrapped: it takes a millisecond.
let chunk: RegExp | undefined

/** Breaks a text into lines of at most `width` characters where Python's textwrap would. */
export function wrapText(text: string, width: number): string[] {
  chunk ??= new RegExp(CHUNK, 'gu')
  const found =
    expandTabs(text)
      .replaceAll(/[\t\n\v\f\r]/g, ' ')
      .match(chunk) ?? []
  const chunks = found.map((word): Chunk => ({chars: [...word], from: 0})).reverse()
  const lines: string[] = []
  while (chunks.length > 0) {
    if (lines.length > 0 && isBlank(chunks.at(-1))) chunks.pop()
    const line = takeLine(chunks, width)
    if (line.length > 0) lines.push(line.map(textOf).join(''))
  }
  return lines
}

/** What is left of a word or of the space between two, from one of its characters on: a long word takes many lines. */
interface Chunk {
  chars: readonly string[]
  from: number
}

const textOf = ({chars, from}: Chunk): string => chars.slice(from).join('')
const isBlank = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined && (chunk.chars[chunk.from] ?? '').trim() === '' && textOf(chunk).trim() === ''
const lengthOf = ({chars, from}: Chunk): number => chars.length - from

function takeLine(chunks: Chunk[], width: number): Chunk[] {
  const line: Chunk[] = []
  let length = 0
  for (let next = chunks.at(-1); next !== undefined && length + lengthOf(next) <= width; next = chunks.at(-1)) {
    line.push(next)
    length += lengthOf(next)
    chunks.pop()
  }
  const long = chunks.at(-1)
  if (long !== undefined && lengthOf(long) > width) breakWord(chunks, long, line, width < 1 ? 1 : width - length)
  if (isBlank(line.at(-1))) line.pop()
  return line
}

/** Takes what fits of a word that is longer than a line, up to a hyphen if there is one. */
function breakWord(chunks: Chunk[], word: Chunk, line: Chunk[], room: number): void {
  const start = word.chars.slice(word.from, word.from + Math.max(0, room))
  const hyphen = lengthOf(word) > room ? start.lastIndexOf('-') : -1
  const end = room > 0 && hyphen > 0 && start.slice(0, hyphen).some((char) => char !== '-') ? hyphen + 1 : room
  line.push({chars: start.slice(0, end), from: 0})
  chunks[chunks.length - 1] = {...word, from: word.from + end}
}

/** Tab stops every eight characters. */
function expandTabs(text: string): string {
  if (!text.includes('\t')) return text
  let column = 0
  return [...text]
    .map((char) => {
      const width = char === '\t' ? 8 - (column % 8) : 1
      column = char === '\n' || char === '\r' ? 0 : column + width
      return char === '\t' ? ' '.repeat(width) : char
    })
    .join('')
}
