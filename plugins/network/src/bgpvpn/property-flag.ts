import {Flags} from '@osc-cli/core'

/** `--property` of lists. Read with `Flags.toObject`. */
export const propertyFlag = (nouns: string) => ({
  property: Flags.keyValues({description: `List ${nouns} with this value of an attribute (repeatable)`}),
})
