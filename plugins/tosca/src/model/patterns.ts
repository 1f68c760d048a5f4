/** Syntax of Python's regular expressions, which Heat's are, that JavaScript does not have: such a pattern is left to Heat. */
const ONLY_PYTHON = /\(\?[(>#]|[*+?}]\+/

/** A pattern that must match a whole text, also one with Python's names of groups, flags and anchors. SyntaxError if it is invalid. */
function compiled(pattern: string): RegExp {
  const [prefix = '', flags = ''] = /^\(\?([aiLmsux]+)\)/.exec(pattern) ?? []
  const source = pattern
    .slice(prefix.length)
    .replaceAll('(?P<', '(?<')
    .replaceAll(/\(\?P=(\w+)\)/g, String.raw`\k<$1>`)
    .replaceAll(/\\[\s\S]/g, (escaped) => ({'\\A': '^', '\\Z': '$'})[escaped] ?? escaped)
  return new RegExp(`^(?:${source})$`, flags.replaceAll(/[^ims]/g, ''))
}

/** What is wrong with a pattern; undefined if nothing is known to be wrong. */
export function patternProblem(pattern: string): string | undefined {
  if (ONLY_PYTHON.test(pattern)) return undefined
  try {
    compiled(pattern)
    return undefined
  } catch (cause) {
    const [reason = ''] = /[^:]*$/.exec(cause instanceof Error ? cause.message : '') ?? []
    return `${JSON.stringify(pattern)} is not a regular expression: ${reason.trim().toLowerCase()}`
  }
}

/** Whether a text matches; a pattern that cannot be compiled is reported elsewhere. */
export function matches(text: string, pattern: string): boolean {
  return ONLY_PYTHON.test(pattern) || patternProblem(pattern) !== undefined || compiled(pattern).test(text)
}
