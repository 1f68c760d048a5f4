import {Args, ShowCommand} from '@osc-cli/core'
import {applicationCredentialsOf, userOrSelf, withRoleNames} from '#application-credential'

export default class ApplicationCredentialShow extends ShowCommand {
  static override summary = 'Show one of your application credentials.'
  static override roles = []
  static override calls = [
    'GET /v3/users/{user_id}/application_credentials?name={name}',
    'GET /v3/users/{user_id}/application_credentials/{id}',
  ]
  static override examples = [
    {command: 'osc application credential show backup', description: 'Its roles and rules, not its secret'},
  ]
  static override args = {
    application_credential: Args.string({description: 'Application credential (name or ID).', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ApplicationCredentialShow)
    const user = await userOrSelf(this.api, await this.session())
    await this.show(withRoleNames(await this.api(applicationCredentialsOf(user)).find(args.application_credential)))
  }
}
