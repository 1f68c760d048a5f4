import {UsageError} from '#errors'
import type {FlagTable, OptionValues} from '#line/tokens'

/** UsageError where options are given that exclude each other, or one without those that it needs. */
export function checkRelations(flags: FlagTable, given: OptionValues): void {
  for (const [name, flag] of Object.entries(flags)) {
    const one = flag.exactlyOne ?? []
    if (one.length > 0 && one.filter((other) => given.has(other)).length !== 1) {
      throw new UsageError(`Specify exactly one of ${one.map((other) => `--${other}`).join(', ')}.`)
    }
    const some = flag.atLeastOne ?? []
    if (some.length > 0 && !some.some((other) => given.has(other))) {
      throw new UsageError(`Specify at least one of ${some.map((other) => `--${other}`).join(', ')}.`)
    }
    if (!given.has(name)) continue
    const against = (flag.exclusive ?? []).find((other) => given.has(other))
    if (against) throw new UsageError(`Options --${name} and --${against} are mutually exclusive.`)
    const needed = (flag.dependsOn ?? []).find((other) => !given.has(other))
    if (needed) throw new UsageError(`Option --${name} also requires --${needed}.`)
  }
}
