import {Flags, idIn, ListCommand, type Row, UsageError} from '@osc-cli/core'
import {Trust, trustColumns, trustDomains} from '#trust'
import {User} from '#user'

export default class TrustList extends ListCommand {
  static override summary = 'List trusts'
  static override roles = []
  static override columns = Object.keys(trustColumns)
  static override calls = ['GET /v3/users?name={name}', 'GET /v3/domains?name={name}', 'GET /v3/OS-TRUST/trusts']
  static override examples = [
    {command: 'osc trust list', description: 'List all trusts (admin only)'},
    {command: 'osc trust list --trustor admin', description: 'List the trusts that admin created'},
  ]
  static override flags = {
    trustor: Flags.string({description: 'Trustor: user who delegates roles (name or ID)', helpValue: 'USER'}),
    trustee: Flags.string({description: 'Trustee: user who receives roles (name or ID)', helpValue: 'USER'}),
    ...trustDomains,
    'auth-user': Flags.boolean({description: 'List the trusts in which you are trustor or trustee'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(TrustList)
    await this.table(trustColumns, flags['auth-user'] ? await this.own(flags) : await this.filtered(flags))
  }

  private async filtered(flags: Filters): Promise<AsyncIterable<Row>> {
    const [trustor, trustee] = await Promise.all([
      idIn(this.api, User, flags.trustor, flags['trustor-domain']),
      idIn(this.api, User, flags.trustee, flags['trustee-domain']),
    ])
    return this.api(Trust).list({trustor_user_id: trustor, trustee_user_id: trustee})
  }

  /** One request with both filters would only return trusts of users with themselves. */
  private async own(flags: Filters): Promise<Iterable<Row>> {
    if (flags.trustor ?? flags.trustee ?? flags['trustor-domain'] ?? flags['trustee-domain'])
      throw new UsageError('Option --auth-user cannot be combined with --trustor or --trustee.')
    const {userId} = await (await this.session()).access()
    const [given, received] = await Promise.all([
      Array.fromAsync(this.api(Trust).list({trustor_user_id: userId})),
      Array.fromAsync(this.api(Trust).list({trustee_user_id: userId})),
    ])
    return new Map([...given, ...received].map((trust) => [trust.id, trust])).values()
  }
}

interface Filters {
  trustor?: string | undefined
  trustee?: string | undefined
  'trustor-domain'?: string | undefined
  'trustee-domain'?: string | undefined
}
