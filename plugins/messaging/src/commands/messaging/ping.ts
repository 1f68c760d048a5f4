import {ConnectionError, HttpError, ShowCommand} from '@osc-cli/core'
import {send} from '#zaqar'

export default class MessagingPing extends ShowCommand {
  static override summary = 'Check whether the messaging service responds'
  static override roles = ['reader']
  static override calls = ['GET /v2/ping']
  static override examples = [{command: `osc messaging ping -f value`, description: 'Print True or False'}]

  async run(): Promise<void> {
    await this.parse(MessagingPing)
    await this.show({Pingable: await this.responds()})
  }

  private async responds(): Promise<boolean> {
    try {
      await send(this, {path: '/ping'})
      return true
    } catch (error) {
      if (error instanceof HttpError || error instanceof ConnectionError) return false
      throw error
    }
  }
}
