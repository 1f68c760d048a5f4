import {fields, Known, ListCommand} from '@osc-cli/core'
import {LOOK_UP, server} from '#server-action'
import {Share} from '#server-parts'

export default class ServerShareList extends ListCommand {
  static override summary = 'List the shares of a server'
  static override roles = ['reader']
  static override microversion = '2.97'
  static override calls = [...LOOK_UP, 'GET /v2.1/servers/{id}/shares']
  static override seeAlso = ['server add share', 'server share show']
  static override examples = [{command: 'osc server share list web', description: 'List the attached shares'}]
  static override args = {server}

  async run(): Promise<void> {
    const {args} = await this.parse(ServerShareList)
    const id = await this.api(Known.Server).id(args.server)
    await this.table(COLUMNS, this.api(Share).under(id).list())
  }
}

const COLUMNS = fields({'Share ID': 'share_id', Status: 'status', Tag: 'tag'})
