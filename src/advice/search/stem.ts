/** The words of a text as written, in small letters. */
export const wordsOf = (text: string): string[] =>
  text
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** The words of a text without their endings: `Lists stacks` has `list` and `stack`. */
export const stems = (text: string): string[] =>
  wordsOf(text)
    .filter((word) => !STOP.has(word))
    .map(stem)

/** Words that a dash joins, as one: `log-in` is `login` too. */
export const joinedStems = (text: string): string[] =>
  [...text.toLowerCase().matchAll(/(?<![-\p{L}])(\p{L}+)-(\p{L}+)(?![-\p{L}])/gu)].map(([, a = '', b = '']) =>
    stem(a + b),
  )

const STOP = new Set([
  'a',
  'an',
  'and',
  'are',
  'be',
  'by',
  'for',
  'in',
  'is',
  'it',
  'of',
  'on',
  'or',
  'that',
  'the',
  'to',
])

function stem(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.length > 5 && /(?:ss|sh|ch|x)es$/.test(word)) return word.slice(0, -2)
  if (word.length > 3 && /[^su]s$/.test(word)) return word.slice(0, -1)
  if (word.length > 5 && word.endsWith('ing')) return word.slice(0, -3)
  if (word.length > 4 && word.endsWith('ed')) return word.slice(0, -2)
  return word
}
