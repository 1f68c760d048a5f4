import {createContext, Script} from 'node:vm'

const MATCH = new Script('pattern.test(text)')

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

/** Matches texts for one template. Some patterns need ages, and Node does not notice Ctrl-C meanwhile: their time is limited. */
export class Matcher {
  readonly #context = createContext({})
  #milliseconds = 2000

  /** Why a text does not match a pattern, to follow the text; undefined if it does, or if that cannot be said. */
  problem(text: string, pattern: string): string | undefined {
    const timeout = Math.ceil(this.#milliseconds)
    if (timeout <= 0 || ONLY_PYTHON.test(pattern) || patternProblem(pattern) !== undefined) return undefined
    Object.assign(this.#context, {pattern: compiled(pattern), text})
    const begin = performance.now()
    try {
      return MATCH.runInContext(this.#context, {timeout}) ? undefined : `does not match ${pattern}`
    } catch {
      this.#milliseconds -= performance.now() - begin
      return `takes too long to match ${pattern}`
    }
  }
}
