import {stripVTControlCharacters} from 'node:util'
import {oneLine} from '#plugins/reading'

/** Why a module did not load, in one line: a missing dependency by its name, a syntax error as such. */
export function explainLoad(error: unknown): string {
  const message = stripVTControlCharacters(oneLine(error)).replace(/\.$/, '')
  const missing = /^Cannot find package '([^']+)'/.exec(message)?.[1]
  if (missing !== undefined) return `the required package '${missing}' is not installed`
  return error instanceof SyntaxError ? `syntax error: ${message}` : message
}
