import {Flags, ShowCommand} from '@osc-cli/core'
import {Consumer} from '#consumer'

export default class ConsumerCreate extends ShowCommand {
  static override summary = 'Create an OAuth consumer'
  static override roles = ['admin']
  static override calls = ['POST /v3/OS-OAUTH1/consumers']
  static override examples = [
    {command: 'osc consumer create --description "Reports"', description: 'The secret is shown only once'},
  ]
  static override flags = {
    description: Flags.string({description: 'Description'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(ConsumerCreate)
    await this.show(await this.api(Consumer).create({description: flags.description ?? null}))
  }
}
