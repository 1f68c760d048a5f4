import {OscError} from '@osc-cli/core'
import {displayUrl} from '#template/urls'

/** A fault in a template, an environment or a file that one of them names. */
export class DocumentError extends OscError {
  constructor(message: string, details: {hint?: string | undefined; cause?: unknown} = {}) {
    super(message, {code: 'Document', ...details})
  }
}

export const NESTED_TOO_DEEPLY = 'the document is nested too deeply'

/** A text to parse; errors refer to it by file, line and column. */
export interface Source {
  url: string
  text: string
}

export function errorAt({url, text}: Source, offset: number, message: string): DocumentError {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  const column = offset - before.lastIndexOf('\n')
  return new DocumentError(`${displayUrl(url)}:${line}:${column}: ${message}`)
}
