/** An option as its command declares it. */
export interface Option {
  name: string
  char?: string | undefined
  aliases?: readonly string[] | undefined
  allowNo?: boolean | undefined
}

/** All the names of an option with their dashes: `--wait`, `--no-wait`, `-w`. */
export function optionNames({name, char, aliases = [], allowNo}: Option): string[] {
  const longs = [name, ...aliases].flatMap((long) => [`--${long}`, ...(allowNo ? [`--no-${long}`] : [])])
  return char === undefined ? longs : [...longs, `-${char}`]
}

/** The option that the parser would take a word for: one of its names, or a beginning that no other option has. */
export function optionNamed<T>(
  word: string,
  options: readonly T[],
  namesOf: (option: T) => readonly string[],
): T | undefined {
  const exact = options.find((option) => namesOf(option).includes(word))
  if (exact || !word.startsWith('--')) return exact
  const some = options.filter((option) => namesOf(option).some((name) => name.startsWith(word)))
  return some.length === 1 ? some[0] : undefined
}
