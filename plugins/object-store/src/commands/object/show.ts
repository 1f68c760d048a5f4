import {ShowCommand} from '@osc-cli/core'
import {containerArg, objectArg} from '#flags'
import {columnsOf, headerOr, present, shownProperties} from '#properties'
import {accountName, objectName, onObject} from '#swift'

const OPTIONAL = Object.fromEntries(
  ['content-length', 'last-modified', 'etag', 'x-object-manifest'].map((name) => [name, name]),
)

export default class ObjectShow extends ShowCommand {
  static override summary = 'Show an object'
  static override roles = ['member']
  static override calls = ['HEAD /v1/{account}/{container}/{object}']
  static override seeAlso = ['object save', 'object set']
  static override examples = [
    {command: 'osc object show backups db.sql', description: 'Show the size, checksum and properties of an object'},
  ]
  static override args = {container: containerArg('Container of the object'), object: objectArg('Object to show')}

  async run(): Promise<void> {
    const {args} = await this.parse(ObjectShow)
    const {headers} = await onObject(this, args.container, objectName(args.object), {method: 'HEAD'})
    const record = {
      account: await accountName(this),
      container: args.container,
      object: args.object,
      'content-type': headerOr(headers, 'content-type'),
      ...present(headers, OPTIONAL),
      ...shownProperties('object', headers),
    }
    await this.show(record, columnsOf(record))
  }
}
