import {sanitize} from '#output/sanitize'

const PLAIN = /^[\w@%+=:,./-]+$/

/** A word as a POSIX shell must see it to pass it on unchanged. */
export const shellQuote = (word: string): string =>
  PLAIN.test(word) ? word : `'${sanitize(word).replaceAll("'", "'\\''")}'`
