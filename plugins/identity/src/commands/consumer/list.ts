import {ListCommand} from '@osc-cli/core'
import {Consumer, consumerColumns} from '#consumer'

export default class ConsumerList extends ListCommand {
  static override summary = 'List OAuth consumers'
  static override roles = ['admin', 'system reader']
  static override columns = Object.keys(consumerColumns)
  static override calls = ['GET /v3/OS-OAUTH1/consumers']
  static override examples = [{command: 'osc consumer list', description: 'List all of them'}]

  async run(): Promise<void> {
    await this.parse(ConsumerList)
    await this.table(consumerColumns, this.api(Consumer).list())
  }
}
