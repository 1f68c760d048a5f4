import {Flags, ListCommand} from '@osc-cli/core'
import {Domain, domainColumns} from '#domain'

export default class DomainList extends ListCommand {
  static override summary = 'List domains.'
  static override roles = ['admin', 'system reader']
  static override calls = ['GET /v3/domains']
  static override examples = [
    {command: 'osc domain list', description: 'Every domain'},
    {command: 'osc domain list --enabled', description: 'Those that people can log in to'},
  ]
  static override flags = {
    name: Flags.string({description: 'Only the one of this name.', helpValue: 'NAME'}),
    enabled: Flags.boolean({description: 'Only enabled ones.'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(DomainList)
    await this.table(domainColumns, this.api(Domain).list({name: flags.name, enabled: flags.enabled || undefined}))
  }
}
