import {OscError, placeAt, type SyntaxFault} from '@osc-cli/core'
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
  return errorIn(url, {...placeAt(text, offset), reason: message})
}

/** An error of the parser. */
export const errorIn = (url: string, {line, column, reason}: SyntaxFault): DocumentError =>
  new DocumentError(`${displayUrl(url)}:${line}:${column}: ${reason}`)
