/**
 * A parsed Heat template as heat-translator's can be compared: these lists have no order, and heat-translator removes all
 * apostrophes from what it writes, which also turns texts into numbers.
 */
export function asWritten(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((each) => asWritten(each))
    return ['depends_on', 'allowed_values'].includes(key) ? items.toSorted() : items
  }
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, asWritten(each, name)]))
  return typeof value === 'string' ? asNumber(value.replaceAll("'", '')) : value
}

const asNumber = (text: string): unknown => (/^\d+(?:\.\d+)?$/.test(text) ? Number(text) : text)
