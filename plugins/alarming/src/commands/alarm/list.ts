import {Flags, ListCommand, type Query, UsageError} from '@osc-cli/core'
import {Alarm, alarmColumns, search} from '#alarm'
import {parseQuery} from '#query'

export default class AlarmList extends ListCommand {
  static override summary = 'List alarms'
  static override roles = ['reader']
  static override columns = Object.keys(alarmColumns)
  static override calls = ['GET /v2/alarms', 'POST /v2/query/alarms']
  static override examples = [
    {command: 'osc alarm list', description: 'List the alarms of the project'},
    {command: 'osc alarm list --filter state=alarm', description: 'List the alarms in state alarm'},
    {
      command: 'osc alarm list --query "type=event and not severity=low"',
      description: 'List event alarms of moderate or critical severity',
    },
    {command: 'osc alarm list --filter all_projects=true', description: 'List the alarms of all projects'},
  ]
  static override flags = {
    query: Flags.string({
      description: 'Conditions such as state=alarm, joined by and, or and not',
      helpValue: 'QUERY',
      exclusive: ['filter'],
    }),
    filter: Flags.keyValues({
      description: 'Attribute to filter by; all_projects=true lists all projects (repeatable)',
      exclusive: ['query'],
    }),
    limit: Flags.integer({description: 'Maximum number of alarms to return', helpValue: 'NUMBER', min: 0}),
    marker: Flags.string({description: 'ID of the last alarm of the previous page', helpValue: 'ALARM-ID'}),
    sort: Flags.strings({
      description: 'Attribute to sort by, as KEY:asc or KEY:desc (repeatable)',
      helpValue: 'KEY:DIR',
    }),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(AlarmList)
    const {query, limit, marker, sort} = flags
    if (query === undefined) {
      const filters = filterQuery(Flags.toObject(flags.filter) ?? {})
      const rows = this.api(Alarm).list({...filters, limit: limit || undefined, marker, sort})
      return await this.table(alarmColumns, rows)
    }
    if (limit || marker || sort)
      throw new UsageError('--query cannot be combined with --limit, --marker or --sort.', {
        hint: 'Use --sort-column to sort the output, or --filter instead of --query.',
      })
    await this.table(alarmColumns, await search(this, '/query/alarms', parseQuery(query)))
  }
}

/** Aodh's simple query: the n-th field, operator and value belong together. */
function filterQuery(filters: Readonly<Record<string, string>>): Query {
  const names = Object.keys(filters).sort()
  if (names.length === 0) return {}
  return {'q.field': names, 'q.op': names.map(() => 'eq'), 'q.value': names.map((name) => filters[name] ?? '')}
}
