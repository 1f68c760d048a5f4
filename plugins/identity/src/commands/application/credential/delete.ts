import {Args, OscCommand} from '@osc-cli/core'
import {applicationCredentialsOf, userOrSelf} from '#application-credential'

export default class ApplicationCredentialDelete extends OscCommand {
  static override summary = 'Delete application credentials'
  static override roles = []
  static override calls = [
    'GET /v3/users/{user_id}/application_credentials?name={name}',
    'DELETE /v3/users/{user_id}/application_credentials/{id}',
  ]
  static override examples = [
    {command: 'osc application credential delete backup watch', description: 'Delete two application credentials'},
  ]
  static override args = {
    application_credential: Args.string({
      description: 'Application credentials to delete (names or IDs)',
      required: true,
      multiple: true,
    }),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ApplicationCredentialDelete)
    const api = this.api(applicationCredentialsOf(await userOrSelf(this.api, await this.session())))
    await this.each(args.application_credential, async (name) => api.delete(await api.id(name)))
  }
}
