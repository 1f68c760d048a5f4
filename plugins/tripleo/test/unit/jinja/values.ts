/** Values of a JSON document as templates take them: objects are Maps. */
export function values(document: Readonly<Record<string, unknown>>): Map<string, unknown> {
  return new Map(Object.entries(document).map(([key, item]) => [key, value(item)]))
}

function value(item: unknown): unknown {
  if (Array.isArray(item)) return item.map(value)
  return typeof item === 'object' && item !== null ? values(item as Record<string, unknown>) : item
}
