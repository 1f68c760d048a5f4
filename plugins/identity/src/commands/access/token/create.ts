import {Flags, ShowCommand} from '@osc-cli/core'
import {requestOAuth1Token} from '#oauth1'

const option = (description: string, helpValue: string) => Flags.string({description, helpValue, required: true})
const secret = (description: string, helpValue: string) =>
  Flags.string({description, helpValue, required: true, secret: true})

export default class AccessTokenCreate extends ShowCommand {
  static override summary = 'Create an access token from an authorized request token'
  static override roles = []
  static override calls = ['POST /v3/OS-OAUTH1/access_token']
  static override examples = [
    {
      command:
        'osc access token create --consumer-key $CONSUMER_KEY --consumer-secret $CONSUMER_SECRET --request-key $REQUEST_KEY --request-secret $REQUEST_SECRET --verifier $VERIFIER',
      description: 'Use the keys and secrets of the earlier steps',
    },
  ]
  static override flags = {
    'consumer-key': option('Consumer key (the ID of the consumer)', 'KEY'),
    'consumer-secret': secret('Consumer secret', 'SECRET'),
    'request-key': option('Request token key', 'KEY'),
    'request-secret': secret('Request token secret', 'SECRET'),
    verifier: secret('Verifier printed by `request token authorize`', 'VERIFIER'),
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
