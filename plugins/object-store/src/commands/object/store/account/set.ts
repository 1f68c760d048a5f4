import {Flags, OscCommand} from '@osc-cli/core'
import {setFlags, settingHeaders} from '#properties'
import {swift} from '#swift'

export default class ObjectStoreAccountSet extends OscCommand {
  static override summary = 'Set properties of the account'
  static override roles = ['member']
  static override calls = ['POST /v1/{account}']
  static override seeAlso = ['object store account unset', 'object store account show']
  static override examples = [
    {command: 'osc object store account set --property team=web', description: 'Set a property'},
  ]
  static override flags = setFlags('account')

  async run(): Promise<void> {
    const {flags} = await this.parse(ObjectStoreAccountSet)
    const headers = settingHeaders('account', Flags.toObject(flags.property) ?? {})
    await swift(this, {method: 'POST', path: '', headers})
  }
}
