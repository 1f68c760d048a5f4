import {DocumentError} from '#template/document-error'
import {displayUrl} from '#template/urls'

/** A file as Heat's `files` hold it: text as it is, anything else in base64 with lines of 76 characters. */
export function contentOf(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString()
  return bytes.toString('base64').replace(/.{1,76}/g, '$&\n')
}

/** The text of a file that must be one. */
export function textOf(bytes: Buffer, url: string): string {
  if (isUtf8(bytes)) return bytes.toString()
  throw new DocumentError(`${displayUrl(url)}: this is no UTF-8 text`)
}

const isUtf8 = (bytes: Buffer): boolean => process.getBuiltinModule('node:buffer').isUtf8(bytes)
