import {ShowCommand} from '@osc-cli/core'
import {columnsOf} from '#alarm'

export default class AlarmingCapabilitiesList extends ShowCommand {
  static override summary = 'List the capabilities of the alarming service'
  static override roles = ['reader']
  static override calls = ['GET /v2/capabilities/']
  static override examples = [
    {command: 'osc alarming capabilities list', description: 'Show which queries the service supports'},
  ]

  async run(): Promise<void> {
    await this.parse(AlarmingCapabilitiesList)
    const session = await this.session()
    const capabilities = await session.get('alarming', '/capabilities/')
    await this.show(capabilities, columnsOf(capabilities))
  }
}
