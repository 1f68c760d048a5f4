/** `server group` as `ServerGroup`, `serverGroup` and `server-group`. */
export const pascal = (words: string): string =>
  words
    .split(/[ _-]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
export const camel = (words: string): string => pascal(words).replace(/^./, (first) => first.toLowerCase())
export const dashed = (words: string): string => words.replaceAll(' ', '-')

export const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

/** A key of an object literal. */
export const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name))

export const list = (texts: readonly (string | number)[]): string => `[${texts.map(String).map(quote).join(', ')}]`
