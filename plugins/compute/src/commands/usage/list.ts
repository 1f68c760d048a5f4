import {asText, Formatted, Known, ListCommand} from '@osc-cli/core'
import {rangeFlags, rangeOf, Usage, usageColumns} from '#usage'

export default class UsageList extends ListCommand {
  static override summary = 'List the resource usage of projects'
  static override roles = ['admin']
  static override calls = ['GET /v2.1/os-simple-tenant-usage', 'GET /v3/projects']
  static override seeAlso = ['usage show']
  static override examples = [
    {command: 'osc usage list --start 2026-01-01 --end 2026-02-01', description: 'List the usage of a month'},
  ]
  static override flags = rangeFlags

  async run(): Promise<void> {
    const {flags} = await this.parse(UsageList)
    const {query, text} = rangeOf(flags, this.now())
    // Nova takes only 1 for yes; with True, as openstacksdk sends it, it leaves the servers out.
    const usages = await Array.fromAsync(this.api(Usage).list({...query, detailed: '1'}))
    const names = await this.api(Known.Project).names(usages.map(({tenant_id: id}) => String(id)))
    if (this.format === 'table' && usages.length > 0) await this.print(`${text}: `)
    const columns = usageColumns(
      ({tenant_id: id}) => new Formatted(id ?? null, () => names.get(String(id)) ?? asText(id) ?? ''),
    )
    await this.table(columns, usages)
  }
}
