import {UsageError} from '#errors'
import {decodeJson, type Json} from '#json'

/** The value of JSON that the user gave: a file, an argument or the value of an option, called `name` in the UsageError. */
export function givenJson(text: string, name: string, hint?: string): Json {
  try {
    return decodeJson(text)
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    throw new UsageError(`${name} is not valid JSON: ${cause.message}.`, {hint, cause})
  }
}
