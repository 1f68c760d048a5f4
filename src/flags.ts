import {custom} from '@oclif/core/flags'
import {UsageError} from '#errors'

export {boolean, custom, integer, option, string} from '@oclif/core/flags'

/** An option that may be given again and again: `--tag a --tag b`. */
export const strings = custom<string>({multiple: true, multipleNonGreedy: true})

export interface KeyValue {
  key: string
  value: string
}

/** A repeatable `--property key=value`. */
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

/** `--tags a,b,c` as a list; an empty text is an empty list. */
export const commaList = custom<string>({multiple: true, multipleNonGreedy: true, delimiter: ','})

/** What `--enable` and `--disable`, or any such pair, say together: true, false, or nothing. */
export function either(on: boolean, off: boolean): boolean | undefined {
  return on ? true : off ? false : undefined
}
