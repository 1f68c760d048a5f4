import {OscCommand} from '@osc-cli/core'
import {documentText, send} from '#zaqar'

export default class MessagingHomedoc extends OscCommand {
  static override summary = 'Show the resources of the messaging API'
  static override roles = ['reader']
  static override calls = ['GET /v2/']
  static override examples = [{command: `osc messaging homedoc`, description: 'Print paths and methods as JSON'}]

  async run(): Promise<void> {
    await this.parse(MessagingHomedoc)
    await this.print(documentText(await send(this, {path: '/'})))
  }
}
