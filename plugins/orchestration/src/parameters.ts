import {UsageError} from '@osc-cli/core'

/**
 * `key=value` texts as one object, as heatclient reads them: a single text may hold several, separated by `;`, unless
 * `split` is false. The values of a repeated key become a list.
 */
export function parameterMap(texts: readonly string[], {split = true} = {}): Record<string, string | string[]> {
  const [only] = texts
  const pieces = split && texts.length === 1 && only !== undefined ? only.split(';') : texts
  const map = new Map<string, string | string[]>()
  for (const piece of pieces) {
    const equals = piece.indexOf('=')
    if (equals < 0) throw new UsageError(`Malformed parameter '${piece}'.`, {hint: 'Use the form KEY=VALUE.'})
    const [key, value] = [piece.slice(0, equals), piece.slice(equals + 1)]
    const before = map.get(key)
    map.set(key, before === undefined ? value : [before, value].flat())
  }
  return Object.fromEntries(map)
}
