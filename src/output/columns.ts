import {UsageError} from '#errors'
import {pythonRepr} from '#output/python-text'

/** The places of the columns that -c asks for, in the data's own order; undefined when all are wanted. */
export function selectColumns(names: readonly string[], wanted: readonly string[] = []): number[] | undefined {
  if (wanted.length === 0) return undefined
  const places = [...names.keys()].filter((place) => wanted.includes(names[place] ?? ''))
  if (places.length > 0) return places
  const meant = names.filter((name) => wanted.some((each) => each.toLowerCase() === name.toLowerCase()))
  throw new UsageError(`No recognized column names in ${pythonRepr([...wanted])}.`, {
    hint: `${meant.length > 0 ? `Did you mean ${meant.join(', ')}? ` : ''}Recognized columns are ${names.join(', ')}.`,
  })
}
