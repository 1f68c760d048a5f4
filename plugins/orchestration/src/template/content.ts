import {DocumentError} from '#template/document-error'
import {displayUrl} from '#template/urls'

/** A file as it is sent in Heat's `files`: text unchanged, anything else as base64 in lines of 76 characters. */
export function contentOf(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString()
  return bytes.toString('base64').replace(/.{1,76}/g, '$&\n')
}

/** The text of a file; DocumentError when it is not UTF-8. */
export function textOf(bytes: Buffer, url: string): string {
  if (isUtf8(bytes)) return bytes.toString()
  const isUtf16 = ['fffe', 'feff'].includes(bytes.toString('hex', 0, 2))
  throw new DocumentError(`${displayUrl(url)}: the file is ${isUtf16 ? 'UTF-16, not UTF-8' : 'not UTF-8 text'}`, {
    hint: 'Save it as UTF-8.',
  })
}

const isUtf8 = (bytes: Buffer): boolean => process.getBuiltinModule('node:buffer').isUtf8(bytes)
