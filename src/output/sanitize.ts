/** Controls but tab and newline, DEL, C1, and the marks that turn the direction of text around. */
export const UNSAFE = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Text of a server that cannot drive a terminal: what could is shown as U+FFFD. Tabs and newlines stay. */
export const sanitize = (text: string): string => text.replace(UNSAFE, '\ufffd')

/** JSON in which such characters are escaped: nothing is lost, and nothing drives a terminal. */
export const escapeUnsafe = (json: string): string =>
  json.replace(UNSAFE, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
