import {UsageError} from '#errors'
import {pythonRepr} from '#output/python-text'

/**
 * The places of the columns that -c asks for, in the data's own order; undefined when all are wanted. As with cliff,
 * `-c parent_region` selects `Parent Region`.
 */
export function selectColumns(names: readonly string[], wanted: readonly string[] = []): number[] | undefined {
  if (wanted.length === 0) return undefined
  const selected = new Set(wanted.map(normalized))
  const places = [...names.keys()].filter((place) => selected.has(normalized(names[place] ?? '')))
  if (places.length > 0) return places
  throw new UsageError(`No recognized column names in ${pythonRepr([...wanted])}.`, {
    hint: `Recognized columns are ${names.join(', ')}.`,
  })
}

const normalized = (name: string): string => name.toLowerCase().trim().replaceAll(' ', '_')
