import {Flags, ListCommand, UsageError} from '@osc-cli/core'
import {idIn} from '#id-in'
import {Trust, trustColumns, trustDomains} from '#trust'
import {User} from '#user'

export default class TrustList extends ListCommand {
  static override summary = 'List trusts.'
  static override roles = []
  static override calls = ['GET /v3/users?name={name}', 'GET /v3/domains?name={name}', 'GET /v3/OS-TRUST/trusts']
  static override examples = [
    {command: 'osc trust list', description: 'All of them; for admins'},
    {command: 'osc trust list --trustor admin', description: 'Those that one user gave'},
  ]
  static override flags = {
    trustor: Flags.string({description: 'Only those that this user gave (name or ID).', helpValue: 'USER'}),
    trustee: Flags.string({description: 'Only those that this user has (name or ID).', helpValue: 'USER'}),
    ...trustDomains,
    'auth-user': Flags.boolean({description: 'Only those that you gave.'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(TrustList)
    if (flags['auth-user'] && flags.trustor)
      throw new UsageError('Options --auth-user and --trustor exclude each other.')
    const own = flags['auth-user'] ? (await (await this.session()).access()).userId : undefined
    const [trustor, trustee] = await Promise.all([
      idIn(this.api, User, flags.trustor, flags['trustor-domain']),
      idIn(this.api, User, flags.trustee, flags['trustee-domain']),
    ])
    await this.table(trustColumns, this.api(Trust).list({trustor_user_id: trustor ?? own, trustee_user_id: trustee}))
  }
}
