import {Flags} from '@osc-cli/core'

/** `--share` and `--no-share` of `create` and `set`. Read with `sharedOf`. */
export const shareFlags = (noun: string) =>
  Flags.choices({
    share: `Share the ${noun} with other projects`,
    'no-share': `Do not share the ${noun} with other projects`,
  })

/** `--share` and `--no-share` of `list`. Read with `sharedOf`. */
export const shareFilterFlags = (nouns: string) =>
  Flags.choices({
    share: `List ${nouns} that are shared between projects`,
    'no-share': `List ${nouns} that are not shared`,
  })

/** The value of `shared`; undefined when neither option is given. */
export const sharedOf = (flags: Readonly<Record<string, unknown>>): boolean | undefined =>
  Flags.chosen(flags, {share: true, 'no-share': false})
