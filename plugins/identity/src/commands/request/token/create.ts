import {Flags, idIn, ShowCommand} from '@osc-cli/core'
import {requestOAuth1Token} from '#oauth1'
import {Project} from '#project'

export default class RequestTokenCreate extends ShowCommand {
  static override summary = 'Create an OAuth request token for a project'
  static override flags = {
    'consumer-key': Flags.string({
      description: 'Consumer key (the ID of the consumer)',
      helpValue: 'KEY',
      required: true,
    }),
    'consumer-secret': Flags.string({
      description: 'Consumer secret',
      helpValue: 'SECRET',
      required: true,
      secret: true,
    }),
    project: Flags.string({description: 'Project to access (name or ID)', helpValue: 'PROJECT', required: true}),
    domain: Flags.string({description: 'Domain of the project (name or ID)', helpValue: 'DOMAIN'}),
  }
  static override roles = []
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'POST /v3/OS-OAUTH1/request_token',
  ]
  static override examples = [
    {
      command:
        'osc request token create --consumer-key $CONSUMER_KEY --consumer-secret $CONSUMER_SECRET --project demo',
      description: 'Use the key and secret of a consumer',
    },
  ]

  async run(): Promise<void> {
    const {flags} = await this.parse(RequestTokenCreate)
    const project = await idIn(this.api, Project, flags.project, flags.domain)
    const signer = {consumerKey: flags['consumer-key'], consumerSecret: flags['consumer-secret']}
    const session = await this.session()
    const headers = {'requested-project-id': project}
    await this.show(
      await requestOAuth1Token(session, '/OS-OAUTH1/request_token', signer, {oauth_callback: 'oob'}, headers),
    )
  }
}
