import {OscCommand} from '@osc-cli/core'
import {documentText, send} from '#zaqar'

export default class MessagingHealth extends OscCommand {
  static override summary = 'Show the health of the messaging service'
  static override roles = ['admin']
  static override calls = ['GET /v2/health']
  static override examples = [{command: `osc messaging health`, description: 'Print the state of its storage as JSON'}]

  async run(): Promise<void> {
    await this.parse(MessagingHealth)
    await this.print(documentText(await send(this, {path: '/health'})))
  }
}
