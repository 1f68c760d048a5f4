/** A line that bash is editing, up to the cursor. */
export interface ShellLine {
  /** The words before the one at the cursor, unquoted, without what is before the last `|`, `;` or `&`. */
  words: string[]
  /** The word at the cursor as it is meant. */
  current: string
  /** The quote that is open at the cursor. */
  quote: '' | "'" | '"'
  /** How much of `current` bash leaves alone, because it breaks words at `:` and `=`. */
  kept: number
}

interface Reading extends ShellLine {
  /** Whether there is a word at all: an empty one in quotes is. */
  started: boolean
}

const fresh = (words: string[]): Reading => ({words, current: '', quote: '', kept: 0, started: false})

/** Takes a line apart as bash does; `breaks` is COMP_WORDBREAKS. */
export function readLine(line: string, breaks: string): ShellLine {
  let reading = fresh([])
  const characters = line.matchAll(/\\[\s\S]|[\s\S]/gu)
  for (const [text] of characters) reading = read(reading, text, breaks)
  const {words, current, quote, kept} = reading
  return {words, current, quote, kept}
}

/** A whole line as a POSIX shell reads it, up to a sign that only such a shell knows. */
export interface ShellWords {
  words: string[]
  /** The quote, or the backslash, that the line ends in. */
  open: '' | "'" | '"' | '\\'
  /** The first `|`, `<`, `>`, `;` or `&` that is not quoted. */
  operator: string | undefined
}

/** Takes a whole line apart; what follows a `#` at the beginning of a word is a comment. */
export function readWhole(line: string): ShellWords {
  let reading = fresh([])
  const end = (open: ShellWords['open'], operator?: string): ShellWords => ({
    words: reading.started ? [...reading.words, reading.current] : reading.words,
    open,
    operator,
  })
  for (const [text] of line.matchAll(/\\[\s\S]|[\s\S]/gu)) {
    const bare = reading.quote === ''
    if (bare && /^[|<>;&]$/.test(text)) return end('', text)
    if (bare && text === '#' && !reading.started) break
    if (bare && text === '\\') return end('\\')
    reading = read(reading, text, '')
  }
  return end(reading.quote)
}

/** `text` is a character, or a backslash and what it quotes. */
function read(reading: Reading, text: string, breaks: string): Reading {
  const {words, current, quote, started} = reading
  const add = (more: string): Reading => ({...reading, current: current + more, started: true})
  if (quote === "'") return text.endsWith("'") ? {...add(text.slice(0, -1)), quote: ''} : add(text)
  if (quote === '"')
    return text === '"' ? {...reading, quote: ''} : add(/^\\["\\$`]$/.test(text) ? text.slice(1) : text)
  if (text.startsWith('\\')) return add(text.slice(1))
  if (text === "'" || text === '"') return {...reading, quote: text, started: true}
  if (/[|;&]/.test(text)) return fresh([])
  if (/\s/.test(text)) return started ? fresh([...words, current]) : reading
  const added = add(text)
  return breaks.includes(text) ? {...added, kept: added.current.length} : added
}

/** A value as bash must have it in the place of the cursor's word. */
export function bashWord(value: string, {quote, kept}: ShellLine): string | undefined {
  const rest = value.slice(kept)
  if (quote === "'") return rest.includes("'") ? undefined : rest
  if (quote === '"') return rest.replaceAll(/["\\$`!]/g, '\\$&')
  return rest.replaceAll(/[^\p{L}\p{N}_@%+=:,./-]/gu, '\\$&').replace(/^~/, '\\~')
}
