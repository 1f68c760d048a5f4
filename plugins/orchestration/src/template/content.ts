import {NotUtf8Error, utf8Text} from '@osc-cli/core'
import {DocumentError} from '#template/document-error'
import {displayUrl} from '#template/urls'

/** A file as it is sent in Heat's `files`: text unchanged, anything else as base64 in lines of 76 characters. */
export function contentOf(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString()
  return bytes.toString('base64').replace(/.{1,76}/g, '$&\n')
}

/** The text of a file; DocumentError when it is not UTF-8. */
export function textOf(bytes: Buffer, url: string): string {
  try {
    return utf8Text(bytes)
  } catch (cause) {
    if (!(cause instanceof NotUtf8Error)) throw cause
    throw new DocumentError(`${displayUrl(url)}: the file is ${cause.message}`, {hint: 'Save it as UTF-8.', cause})
  }
}

const isUtf8 = (bytes: Buffer): boolean => process.getBuiltinModule('node:buffer').isUtf8(bytes)
