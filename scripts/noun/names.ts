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
export const key = (name: string): string => (isIdentifier(name) ? name : quote(name))

/** `flags.name`, `args['zone-id']`. */
export const member = (object: string, name: string): string =>
  isIdentifier(name) ? `${object}.${name}` : `${object}[${quote(name)}]`

export const list = (texts: readonly (string | number)[]): string => `[${texts.map(String).map(quote).join(', ')}]`

const isIdentifier = (name: string): boolean => /^[A-Za-z_$][\w$]*$/.test(name)
