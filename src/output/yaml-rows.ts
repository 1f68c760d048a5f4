import {objectOf} from '#output/json'
import {pythonYaml} from '#output/python-yaml'
import type {Rows} from '#output/types'

/** A list of objects, row by row: the lists of one row each are together the list of all rows. */
export async function* yamlRows(columns: readonly string[], rows: Rows): AsyncGenerator<string> {
  let count = 0
  for await (const row of rows) {
    yield pythonYaml([objectOf(columns, row)])
    count += 1
  }
  if (count === 0) yield pythonYaml([])
}
