/** `hELLO` as `Hello`. */
export const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()

/** Without these characters, or white space, at one or both ends. */
export function stripped(text: string, chars: unknown, ends: 'both' | 'start' | 'end' = 'both'): string {
  const drop = (char = '') => (typeof chars === 'string' ? chars.includes(char) : /\s/.test(char))
  let [from, to] = [0, text.length]
  while (ends !== 'end' && from < to && drop(text[from])) from++
  while (ends !== 'start' && to > from && drop(text[to - 1])) to--
  return text.slice(from, to)
}

/** With up to `count` occurrences replaced; all by default. */
export function replaced(text: string, from: string, to: string, count: unknown): string {
  if (typeof count !== 'number' || count < 0) return text.replaceAll(from, () => to)
  const parts = text.split(from)
  const head = parts.slice(0, count + 1).join(to)
  return [head, ...parts.slice(count + 1)].join(from)
}

/** Lines without their ends; a last empty one does not count. */
export const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'))
