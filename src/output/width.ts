import {WIDE_RANGES} from '#output/wide-ranges'

// What Python's wcwidth takes for zero wide though it is not a combining mark.
const ZERO_WIDTH = /\0|\u034f|[\u200b-\u200f\u2028-\u202e\u2060-\u2063]|\p{Mn}|\p{Me}/u
const CONTROL = /[\x01-\x1f\x7f-\x9f]/
const PLAIN = /^[\x20-\x7e]*$/
// prettytable leaves the escapes of colours out of account.
const COLOUR = /\x1b\[.*?m/g

/** Columns that a text takes in a terminal, counted as prettytable does; -1 when a control character makes that unknown. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length
  let width = 0
  for (const char of text.replace(COLOUR, '')) {
    if (ZERO_WIDTH.test(char)) continue
    if (CONTROL.test(char)) return -1
    width += isWide(char.codePointAt(0) ?? 0) ? 2 : 1
  }
  return width
}

function isWide(code: number): boolean {
  if (code < 0x1100) return false
  let [low, high] = [0, WIDE_RANGES.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const [first, last] = WIDE_RANGES[middle] ?? [0, 0]
    if (code < first) high = middle - 1
    else if (code > last) low = middle + 1
    else return true
  }
  return false
}
