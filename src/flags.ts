import {custom} from '@oclif/core/flags'
import {UsageError} from '#errors'

export {boolean, custom, integer, option, string} from '@oclif/core/flags'

/** An option that may be given again and again, as a list of strings: `--tag a --tag b`. */
export const strings = custom<string>({multiple: true, multipleNonGreedy: true})

/** What `keyValues` makes of `key=value`; further `=` belong to the value. */
export interface KeyValue {
  key: string
  value: string
}

/** A repeatable `--property key=value`; UsageError without a key or `=`. The flag is a list of `KeyValue`. */
export const keyValues = custom<KeyValue>({
  multiple: true,
  multipleNonGreedy: true,
  helpValue: 'KEY=VALUE',
  parse: async (text) => {
    const equals = text.indexOf('=')
    if (equals < 1) throw new UsageError(`expected KEY=VALUE, got '${text}'.`)
    return {key: text.slice(0, equals), value: text.slice(equals + 1)}
  },
})

/** What `--enable` and `--disable`, or any such pair, say together: true, false, or undefined when neither was given. */
export function either(on: boolean, off: boolean): boolean | undefined {
  return on ? true : off ? false : undefined
}
