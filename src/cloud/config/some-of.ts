const MOST = 10

/** Names for a message: the first ten, and how many more there are. */
export function someOf(names: readonly string[]): string {
  const rest = names.length - MOST
  return `${names.slice(0, MOST).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}
