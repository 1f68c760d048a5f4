import {Flags, ShowCommand} from '@osc-cli/core'
import {requestOAuth1Token} from '#oauth1'

const option = (description: string, helpValue: string) => Flags.string({description, helpValue, required: true})

export default class AccessTokenCreate extends ShowCommand {
  static override summary = 'Create an OAuth access token from an authorized request token.'
  static override roles = []
  static override calls = ['POST /v3/OS-OAUTH1/access_token']
  static override examples = [
    {
      command:
        'osc access token create --consumer-key $CONSUMER_KEY --consumer-secret $CONSUMER_SECRET --request-key $REQUEST_KEY --request-secret $REQUEST_SECRET --verifier $VERIFIER',
      description: 'With everything from the steps before in variables',
    },
  ]
  static override flags = {
    'consumer-key': option('Key of the consumer: its ID.', 'KEY'),
    'consumer-secret': option('Secret of the consumer.', 'SECRET'),
    'request-key': option('Key of the request token.', 'KEY'),
    'request-secret': option('Secret of the request token.', 'SECRET'),
    verifier: option('Verifier that `request token authorize` gave.', 'VERIFIER'),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(AccessTokenCreate)
    const signer = {
      consumerKey: flags['consumer-key'],
      consumerSecret: flags['consumer-secret'],
      token: flags['request-key'],
      tokenSecret: flags['request-secret'],
    }
    const parameters = {oauth_verifier: flags.verifier}
    await this.show(await requestOAuth1Token(await this.session(), '/OS-OAUTH1/access_token', signer, parameters))
  }
}
