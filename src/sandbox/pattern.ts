import {createContext, Script} from 'node:vm'
import {asObject} from '#json'
import {badRequest} from '#sandbox/failure'

/** Milliseconds that one comparison may take. */
const LIMIT = 100

const script = new Script('new RegExp(pattern).test(text)')
let context: {pattern: string; text: string} | undefined

/**
 * Whether the text matches the regular expression, which comes from a request: 400 when it is not one, or takes so long
 * that the sandbox could not answer anybody else.
 */
export function matchesPattern(text: string, pattern: string): boolean {
  // A name needs no time limit, which a busy machine may exceed.
  if (/^[\w -]*$/.test(pattern)) return text.includes(pattern)
  context ??= createContext({pattern, text}) as {pattern: string; text: string}
  Object.assign(context, {pattern, text})
  try {
    return script.runInContext(context, {timeout: LIMIT}) === true
  } catch (error) {
    // An error of another context is not an instance of this one's Error.
    const isSlow = asObject(error).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
    throw badRequest(`The pattern '${pattern}' ${isSlow ? 'takes too long' : 'is not a regular expression'}.`)
  }
}
