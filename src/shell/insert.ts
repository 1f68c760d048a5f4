import type {ShellLine} from '#completion/shell-line'

/** The rest of a value as it is typed after what is there of it, in the quote that is open. */
export function quotedRest(rest: string, {quote}: Pick<ShellLine, 'quote'>): string {
  if (quote === "'") return rest.replaceAll("'", `'\\''`)
  if (quote === '"') return rest.replaceAll(/["\\$`]/g, '\\$&')
  return rest.replaceAll(/[^\p{L}\p{N}_@%+=:,./-]/gu, '\\$&')
}

/** What all values begin with. */
export function commonBeginning(values: readonly string[]): string {
  const [first = '', ...others] = values
  let length = first.length
  for (const value of others) while (!value.startsWith(first.slice(0, length))) length -= 1
  // Not half of a character.
  return /[\ud800-\udbff]$/.test(first.slice(0, length)) ? first.slice(0, length - 1) : first.slice(0, length)
}
