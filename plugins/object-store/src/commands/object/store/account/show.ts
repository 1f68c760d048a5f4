import {ShowCommand} from '@osc-cli/core'
import {columnsOf, headerOr, shownProperties} from '#properties'
import {accountName, swift} from '#swift'

export default class ObjectStoreAccountShow extends ShowCommand {
  static override summary = 'Show the account of the project'
  static override roles = ['member']
  static override calls = ['HEAD /v1/{account}']
  static override seeAlso = ['container list', 'object store account set']
  static override examples = [
    {command: 'osc object store account show', description: 'Show how much the project stores'},
  ]

  async run(): Promise<void> {
    await this.parse(ObjectStoreAccountShow)
    const {headers} = await swift(this, {method: 'HEAD', path: ''})
    const record = {
      Account: await accountName(this),
      Bytes: headerOr(headers, 'x-account-bytes-used'),
      Containers: headerOr(headers, 'x-account-container-count'),
      Objects: headerOr(headers, 'x-account-object-count'),
      ...shownProperties('account', headers),
    }
    await this.show(record, columnsOf(record))
  }
}
