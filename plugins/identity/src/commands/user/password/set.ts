import {Flags, OscCommand, OscError, readSecret} from '@osc-cli/core'
import {newPassword} from '#new-password'
import {pathOf} from '#path'

export default class UserPasswordSet extends OscCommand {
  static override summary = 'Change your own password'
  static override roles = []
  static override calls = ['POST /v3/users/{user_id}/password']
  static override examples = [
    {command: 'osc user password set', description: 'Prompt for the current and the new password'},
  ]
  static override flags = {
    password: Flags.string({description: 'New password (default: prompt)', helpValue: 'NEW-PASSWORD', secret: true}),
    'original-password': Flags.string({
      description: 'Current password (default: prompt)',
      helpValue: 'PASSWORD',
      secret: true,
    }),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(UserPasswordSet)
    const original = flags['original-password'] ?? (await readSecret(this.runtime, 'Current Password:'))
    const password = flags.password ?? (await newPassword(this.runtime, 'New Password:'))
    const session = await this.session()
    const {userId} = await session.access()
    if (userId === undefined) throw new OscError('The token does not belong to a user: there is no password to change.')
    await session.request({
      service: 'identity',
      method: 'POST',
      path: pathOf('users', userId, 'password'),
      body: {user: {original_password: original, password}},
    })
  }
}
