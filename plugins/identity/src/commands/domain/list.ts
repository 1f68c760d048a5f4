import {Flags, ListCommand} from '@osc-cli/core'
import {Domain, domainColumns} from '#domain'

export default class DomainList extends ListCommand {
  static override summary = 'List domains'
  static override roles = ['admin', 'system reader']
  static override columns = Object.keys(domainColumns)
  static override calls = ['GET /v3/domains']
  static override examples = [
    {command: 'osc domain list', description: 'List all domains'},
    {command: 'osc domain list --enabled', description: 'List the domains that users can log in to'},
  ]
  static override flags = {
    name: Flags.string({description: 'Domain name', helpValue: 'NAME'}),
    enabled: Flags.boolean({description: 'List enabled ones only'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(DomainList)
    await this.table(domainColumns, this.api(Domain).list({name: flags.name, enabled: flags.enabled || undefined}))
  }
}
