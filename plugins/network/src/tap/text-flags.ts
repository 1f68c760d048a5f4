import {Flags} from '@osc-cli/core'

/** `--name` and `--description` of a `create` or an `update`. */
export const textFlags = {
  name: Flags.string({description: 'Name', helpValue: 'NAME'}),
  description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
}
