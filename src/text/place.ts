/** Where something is in a text; both numbers begin with 1. */
export interface TextPlace {
  line: number
  column: number
}

/** What is wrong with the syntax of a text, and where. The reason never quotes the text, which may contain a secret. */
export interface SyntaxFault extends TextPlace {
  reason: string
}

/** The place of a character. */
export function placeAt(text: string, offset: number): TextPlace {
  const before = text.slice(0, Math.max(0, offset))
  return {line: before.split('\n').length, column: before.length - before.lastIndexOf('\n')}
}
