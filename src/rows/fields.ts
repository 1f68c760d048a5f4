import type {Cell} from '#output/types'
import type {Columns, Row} from '#rows/columns'

/**
 * The attributes of a resource under the names that `show` prints: the key in the API's answer, or a function of the
 * record. A key that an answer lacks prints as None, as an attribute of openstacksdk does.
 */
export const fields = <const C extends Columns>(table: C): {[N in keyof C]: (row: Row) => Cell} =>
  Object.fromEntries(
    Object.entries(table).map(([name, source]) => [
      name,
      typeof source === 'string' ? (row: Row) => row[source] ?? null : source,
    ]),
  ) as {[N in keyof C]: (row: Row) => Cell}

/** Columns of a list, by header, from the fields of the resource: `pick(serverFields, {ID: 'id', Name: 'name'})`. */
export const pick = <F extends Columns>(from: F, headers: Readonly<Record<string, keyof F & string>>): Columns =>
  Object.fromEntries(Object.entries(headers).map(([header, name]) => [header, from[name] ?? name]))
