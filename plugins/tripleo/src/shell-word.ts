/** A word as a POSIX shell must see it: in quotes only where it needs them. */
export const shellWord = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : shellQuoted(word))

/** A word in quotes, whatever is in it. */
export const shellQuoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`
