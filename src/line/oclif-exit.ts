import {OscError} from '#errors'
import {asArray, asObject, asText} from '#json'

/** A command of a plugin ended with oclif's `this.error`. */
class PluginCommandError extends OscError {
  override readonly exitCode: number

  constructor(error: Error, exitCode: number) {
    const {suggestions, code} = error as {suggestions?: unknown; code?: unknown}
    const hint = asArray(suggestions)
      .flatMap((each) => asText(each) ?? [])
      .join('\n')
    super(error.message, {hint: hint || undefined, code: asText(code) ?? 'Osc', cause: error})
    this.exitCode = exitCode
  }
}

const statusIn = (error: unknown): number | undefined => {
  const {exit} = asObject(error instanceof Error && 'oclif' in error ? error.oclif : undefined)
  return typeof exit === 'number' && Number.isInteger(exit) && exit >= 0 ? exit : undefined
}

/** The status that `this.exit(3)` of oclif's Command asks for, which throws; undefined for any other error. */
export const exitOf = (error: unknown): number | undefined =>
  error instanceof Error && 'code' in error && error.code === 'EEXIT' ? (statusIn(error) ?? 1) : undefined

/** What `this.error` of oclif's Command throws, as an error of osc; anything else as it is. */
export function fromOclif(error: unknown): unknown {
  const status = error instanceof OscError ? undefined : statusIn(error)
  return error instanceof Error && status !== undefined ? new PluginCommandError(error, status) : error
}
