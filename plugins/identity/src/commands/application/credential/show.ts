import {Args, ShowCommand} from '@osc-cli/core'
import {applicationCredentialColumns, applicationCredentialsOf, userOrSelf} from '#application-credential'

export default class ApplicationCredentialShow extends ShowCommand {
  static override summary = 'Show an application credential'
  static override roles = []
  static override calls = [
    'GET /v3/users/{user_id}/application_credentials?name={name}',
    'GET /v3/users/{user_id}/application_credentials/{id}',
  ]
  static override examples = [
    {command: 'osc application credential show backup', description: 'Roles and access rules, without the secret'},
  ]
  static override args = {
    application_credential: Args.string({description: 'Application credential (name or ID)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ApplicationCredentialShow)
    const user = await userOrSelf(this.api, await this.session())
    await this.show(
      await this.api(applicationCredentialsOf(user)).find(args.application_credential),
      applicationCredentialColumns,
    )
  }
}
