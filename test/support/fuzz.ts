/** A small generator (mulberry32), so that a failure can be run again by its seed. */
export function random(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T
  const list = <T>(longest: number, make: () => T): T[] => Array.from({length: below(longest + 1)}, make)
  /** A text of at most `longest` of the pieces. */
  const text = (pieces: readonly string[], longest: number) => list(longest, () => pick(pieces)).join('')
  return {next, below, pick, list, text}
}

export type Random = ReturnType<typeof random>

const SEED = Number(process.env.OSC_FUZZ_SEED ?? 1)
/** How many times as many inputs as usual: `npm run test:all` has more time than CI. */
const FACTOR = Number(process.env.OSC_FUZZ_FACTOR ?? 1)

/** A property test: `check` is called `runs` times, each with its own generator, whose seed a failure names. */
export function holds(property: string, runs: number, check: (random: Random) => void | Promise<void>): void {
  it(`${property} (${runs * FACTOR} inputs from seed ${SEED})`, async () => {
    for (let run = 0; run < runs * FACTOR; run += 1) {
      const seed = SEED + run
      try {
        await check(random(seed))
      } catch (error) {
        throw new Error(`OSC_FUZZ_SEED=${seed}: ${error instanceof Error ? error.message : error}`, {cause: error})
      }
    }
  })
}

/** Pieces that have a meaning somewhere: quotes, brackets, separators, controls, wide and combining characters. */
export const PIECES: readonly string[] = [
  ...['a', 'b', 'Z', '0', '7', 'key', 'value', 'web-1', ' ', '  ', '\t', '\n', '\r\n', '\u00a0'],
  ...['=', ',', ':', ';', '.', '-', '--', '_', '/', '\\', '|', '&', '>', '<', '#', '!', '*', '?', '%', '@', '~', '$'],
  ...["'", '"', '`', '(', ')', '[', ']', '{', '}', '{{', '${', '<<', '---', '...', '0x1', '1e9', 'null', 'yes'],
  ...['\0', '\u001b[31m', '\u001b]0;x\u0007', '\u0085', '\u202e', '\u200b', '\ufeff', '\ufffd', '\ud800'],
  ...['ü', 'e\u0301', '日本', 'ｆ', '👩‍👩‍👧', '🎉', '__proto__', 'constructor'],
]

const ODD_VALUES: readonly unknown[] = [null, true, -1, 0.5, 1e300, '', ' ', [], {}, [null], {a: null}, [[]], {'': ''}]

/** A value that is rarely expected. */
export const oddValue = ({below, pick, text}: Random): unknown =>
  below(3) === 0 ? text(PIECES, 4).toWellFormed() : structuredClone(pick(ODD_VALUES))

/**
 * Decoded JSON with about one in `rarity` of its parts replaced, left out or repeated: what a server, or a person who writes
 * a document, may put where another type is expected.
 */
export function withOddParts(value: unknown, random: Random, rarity = 40): unknown {
  const kind = random.below(rarity)
  if (kind === 0) return oddValue(random)
  if (Array.isArray(value)) {
    const items = value.map((item) => withOddParts(item, random, rarity))
    return kind === 1 ? [...items, ...items] : kind === 2 ? items.slice(1) : items
  }
  if (typeof value !== 'object' || value === null) return kind === 1 ? [value] : kind === 2 ? {key: value} : value
  const entries = Object.entries(value).map(([key, item]) => [key, withOddParts(item, random, rarity)])
  return Object.fromEntries(
    kind === 1 ? entries.slice(1) : kind === 2 ? [...entries, [random.pick(PIECES), 1]] : entries,
  )
}
