import {sanitize} from '#output/sanitize'
import {shellWord} from '#text/shell-word'

/** A word of the command line as a shell must see it, without what could drive the terminal. */
export const shellQuote = (word: string): string => shellWord(sanitize(word))
