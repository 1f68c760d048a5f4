import {ShowCommand} from '@osc-cli/core'
import {containerArg} from '#flags'
import {columnsOf, headerOr, present, shownProperties} from '#properties'
import {accountName, onContainer} from '#swift'

/** Shown when the container has them. */
const OPTIONAL = {
  read_acl: 'x-container-read',
  write_acl: 'x-container-write',
  sync_to: 'x-container-sync-to',
  sync_key: 'x-container-sync-key',
}

export default class ContainerShow extends ShowCommand {
  static override summary = 'Show a container'
  static override roles = ['member']
  static override calls = ['HEAD /v1/{account}/{container}']
  static override seeAlso = ['object list', 'container set']
  static override examples = [
    {command: 'osc container show backups', description: 'Show the size and properties of a container'},
  ]
  static override args = {container: containerArg('Container to show')}

  async run(): Promise<void> {
    const {args} = await this.parse(ContainerShow)
    const {headers} = await onContainer(this, args.container, {method: 'HEAD'})
    const record = {
      account: await accountName(this),
      container: args.container,
      object_count: headerOr(headers, 'x-container-object-count'),
      bytes_used: headerOr(headers, 'x-container-bytes-used'),
      storage_policy: headerOr(headers, 'x-storage-policy'),
      ...present(headers, OPTIONAL),
      ...shownProperties('container', headers),
    }
    await this.show(record, columnsOf(record))
  }
}
