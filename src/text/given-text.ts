import {UsageError} from '#errors'
import {NotUtf8Error, utf8Text} from '#text/utf8'

/** The text of bytes that the user gave, without a byte order mark. They are called `name` in the UsageError. */
export function givenText(bytes: Uint8Array, name: string): string {
  try {
    return utf8Text(bytes)
  } catch (cause) {
    if (!(cause instanceof NotUtf8Error)) throw cause
    throw new UsageError(`${name}: ${cause.message}.`, {hint: 'Save it as UTF-8.', cause})
  }
}
