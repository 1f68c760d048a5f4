export interface Scalar {
  text: string
  style: 'plain' | 'single' | 'double'
}

// What YAML 1.1 takes for something else than text when it has no quotes.
const NOT_TEXT = [
  /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/,
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
  /^(?:[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/,
  /^(?:<<|=|~|null|Null|NULL|)$/,
  /^(?:\d{4}-\d\d-\d\d|\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)$/,
  /^[!&*]$/,
]

const BREAK = '\\n\\x85\\u2028\\u2029'
const SPACE_OR_END = `(?=[\\0 \\t\\r${BREAK}]|$)`

// Beginnings and places that mean something in YAML.
const INDICATOR = new RegExp(
  `^(?:---|\\.\\.\\.|[#,[\\]{}&*!|>'"%@\`]|[?:-]${SPACE_OR_END})|:${SPACE_OR_END}|(?<=[\\0 \\t\\r${BREAK}])#`,
)
const EDGE = new RegExp(`^[ ${BREAK}]|[ ${BREAK}]$`)
const LINE_BREAK = new RegExp(`[${BREAK}]`)
const BREAK_SPACE = new RegExp(`[${BREAK}] `)
const SPACE_BREAK = new RegExp(` [${BREAK}]`)
// Controls, and everything beyond ASCII, which is only written as an escape.
const SPECIAL = /[^\n\x20-\x7e]/

/** Chooses the style that PyYAML chooses for a text, or for the digits of a number. */
export function analyse(text: string, isString: boolean, isKey: boolean): Scalar {
  return {text, style: styleOf(text, isString, isKey)}
}

function styleOf(text: string, isString: boolean, isKey: boolean): Scalar['style'] {
  if (!isString) return 'plain'
  if (text === '') return 'single'
  if (SPACE_BREAK.test(text) || SPECIAL.test(text)) return 'double'
  const isMultiline = LINE_BREAK.test(text)
  const mayBePlain =
    !EDGE.test(text) && !INDICATOR.test(text) && !isMultiline && !NOT_TEXT.some((form) => form.test(text))
  if (mayBePlain) return 'plain'
  return BREAK_SPACE.test(text) || (isKey && isMultiline) ? 'double' : 'single'
}
