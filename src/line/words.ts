import {findGlobal} from '#line/split'

/** The words in front of the first option that is not global: the command and perhaps its arguments. */
export interface Word {
  text: string
  /** Its place in the line. */
  at: number
}

export function leadingWords(argv: readonly string[]): Word[] {
  const words: Word[] = []
  for (let at = 0; at < argv.length; at += 1) {
    const text = argv[at] ?? ''
    if (!text.startsWith('-') || text === '-') {
      words.push({text, at})
      continue
    }
    const name = text.startsWith('--') ? (text.split('=', 1)[0] ?? text) : text
    const option = /^-[vqh]{2,}$/.test(text) ? {value: undefined} : findGlobal(name, () => false)
    if (!option) break
    if (option.value !== undefined && name === text) at += 1
  }
  return words
}

/** A command found in a line: its id, how many words name it, and whether they were abbreviations of it. */
export interface Match {
  id: string
  length: number
  abbreviated: boolean
}

/** What `matchCommand` searches: command ids ("stack list") and the first words that plugins are called by. */
export interface CommandNames {
  ids: readonly string[]
  has(id: string): boolean
  /** Whether `id` belongs to the plugin whose namespace `word` is; undefined when `word` is not a namespace. */
  inNamespace(word: string): ((id: string) => boolean) | undefined
}

/**
 * The longest command that the words begin with. As in OSC each word may be abbreviated as long as one command fits
 * (`proj li`), and the plugin's namespace may be in front (`heat stack list`). An array of ids when several fit.
 */
export function matchCommand(words: readonly string[], names: CommandNames): Match | readonly string[] | undefined {
  const direct = longest(words, names.ids, names.has)
  if (direct && !Array.isArray(direct)) return direct
  const belongs = words[0] === undefined ? undefined : names.inNamespace(words[0])
  if (belongs) {
    const own = longest(words.slice(1), names.ids.filter(belongs), (id) => names.has(id) && belongs(id))
    if (own && !Array.isArray(own)) return {...(own as Match), length: (own as Match).length + 1}
    if (own) return own
  }
  return direct
}

function longest(
  words: readonly string[],
  ids: readonly string[],
  has: (id: string) => boolean,
): Match | readonly string[] | undefined {
  let several: readonly string[] | undefined
  for (let length = Math.min(words.length, MOST_WORDS); length > 0; length -= 1) {
    const id = words.slice(0, length).join(' ')
    if (has(id)) return {id, length, abbreviated: false}
    const candidates = abbreviated(words.slice(0, length), ids)
    const [only] = candidates
    if (only !== undefined && candidates.length === 1) return {id: only, length, abbreviated: true}
    if (candidates.length > 1) several ??= candidates
  }
  return several
}

const MOST_WORDS = 6

function abbreviated(words: readonly string[], ids: readonly string[]): string[] {
  const first = words[0] ?? ''
  return ids.filter((id) => {
    if (!id.startsWith(first)) return false
    const parts = id.split(' ')
    return parts.length === words.length && words.every((word, i) => word !== '' && parts[i]?.startsWith(word))
  })
}
