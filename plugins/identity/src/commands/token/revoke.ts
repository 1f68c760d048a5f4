import {Args, OscCommand} from '@osc-cli/core'

export default class TokenRevoke extends OscCommand {
  static override summary = 'End a token before its time.'
  static override roles = []
  static override calls = ['DELETE /v3/auth/tokens']
  static override examples = [
    {
      command: 'osc token revoke $(osc token issue -f value -c id)',
      description: 'A token that somebody should not have',
    },
  ]
  static override args = {
    token: Args.string({description: 'Token to end.', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(TokenRevoke)
    await (await this.session()).request({
      service: 'identity',
      method: 'DELETE',
      path: '/auth/tokens',
      headers: {'X-Subject-Token': args.token},
    })
  }
}
