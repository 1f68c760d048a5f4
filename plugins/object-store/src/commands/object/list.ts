import {Flags, ListCommand} from '@osc-cli/core'
import {containerArg} from '#flags'
import {listFlags, listQuery, nameOf, pages} from '#listing'
import {onContainer} from '#swift'

export default class ObjectList extends ListCommand {
  static override summary = 'List objects in a container'
  static override roles = ['member']
  static override calls = ['GET /v1/{account}/{container}']
  static override seeAlso = ['object show', 'container save']
  static override examples = [
    {command: 'osc object list backups', description: 'List the objects in a container'},
    {
      command: 'osc object list --delimiter / --prefix 2026/ backups',
      description: 'List one folder level of the names',
    },
  ]
  static override args = {container: containerArg('Container whose objects to list')}
  static override flags = {
    ...listFlags('objects'),
    delimiter: Flags.string({
      description: 'Group names by their part up to this character after the prefix (/ lists one folder level)',
      helpValue: 'CHARACTER',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ObjectList)
    const more = {Bytes: 'bytes', Hash: 'hash', 'Content Type': 'content_type', 'Last Modified': 'last_modified'}
    const query = {...listQuery(flags), delimiter: flags.delimiter || undefined}
    const rows = pages((page) => onContainer(this, args.container, {query: page}), query, flags.all)
    await this.table({Name: nameOf, ...(flags.long && more)}, rows)
  }
}
