import {OscCommand} from '@osc-cli/core'
import {removingHeaders, unsetFlags} from '#properties'
import {swift} from '#swift'

export default class ObjectStoreAccountUnset extends OscCommand {
  static override summary = 'Remove properties from the account'
  static override roles = ['member']
  static override calls = ['POST /v1/{account}']
  static override seeAlso = ['object store account set', 'object store account show']
  static override examples = [
    {command: 'osc object store account unset --property team', description: 'Remove a property'},
  ]
  static override flags = unsetFlags('account')

  async run(): Promise<void> {
    const {flags} = await this.parse(ObjectStoreAccountUnset)
    await swift(this, {method: 'POST', path: '', headers: removingHeaders('account', flags.property)})
  }
}
