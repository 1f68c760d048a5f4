/** The bytes are not UTF-8 text. */
export class NotUtf8Error extends Error {}

/** UTF-8 text without its byte order mark. NotUtf8Error when the bytes are in another encoding: nothing is replaced silently. */
export function utf8Text(bytes: Uint8Array): string {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new NotUtf8Error('UTF-16 text, not UTF-8')
  }
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    throw new NotUtf8Error('not UTF-8 text')
  }
}
