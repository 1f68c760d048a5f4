import {Args, OscCommand} from '@osc-cli/core'

export default class TokenRevoke extends OscCommand {
  static override summary = 'Revoke a token'
  static override roles = []
  static override calls = ['DELETE /v3/auth/tokens']
  static override examples = [
    {
      command: 'osc token revoke $(osc token issue -f value -c id)',
      description: 'Revoke a leaked token',
    },
  ]
  static override args = {
    token: Args.string({description: 'Token to revoke', required: true, secret: true}),
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
