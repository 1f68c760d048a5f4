import {
  Args,
  Flags,
  type JsonObject,
  ListCommand,
  listFormat,
  pollThroughOutages,
  sortRows,
  UsageError,
} from '@osc-cli/core'
import {eventColumns} from '#event-columns'
import {type EventQuery, eventReader, stackEvents} from '#events'
import {createEventLog} from '#format/event-log'
import {parameterMap} from '#parameters'

export default class StackEventList extends ListCommand {
  static override summary = 'List events of a stack'
  static override roles = ['reader']
  static override calls = [
    'GET /v1/{project_id}/stacks/{name}/{id}',
    'GET /v1/{project_id}/stacks/{name}/{id}/events',
    'GET /v1/{project_id}/stacks/{name}/{id}/resources/{resource}/events',
  ]
  static override examples = [
    {command: 'osc stack event list web', description: 'Print the events as a log'},
    {
      command: 'osc stack event list --nested-depth 2 -f table web',
      description: 'Include events of nested stacks, as a table',
    },
    {command: 'osc stack event list --sort :desc --limit 5 web', description: 'List the last five events'},
  ]
  static override args = {
    stack: Args.string({description: 'Stack (name or ID)', required: true}),
  }
  static override flags = {
    format: listFormat({also: ['log'], byDefault: 'log'}),
    resource: Flags.string({
      description: 'Filter by resource',
      helpValue: 'RESOURCE',
      exclusive: ['nested-depth'],
    }),
    filter: Flags.strings({description: 'Filter by this value (repeatable)', helpValue: 'KEY=VALUE'}),
    limit: Flags.integer({description: 'Maximum number of events to return', helpValue: 'NUMBER'}),
    marker: Flags.string({description: 'ID of the event after which the list starts', helpValue: 'ID'}),
    'nested-depth': Flags.integer({
      description: 'Depth of nested stacks to include',
      helpValue: 'DEPTH',
      exclusive: ['resource'],
    }),
    sort: Flags.strings({
      description: 'Sort key and direction (repeatable); :desc alone sorts by time, newest first',
      helpValue: 'KEY[:asc|:desc]',
    }),
    follow: Flags.boolean({description: 'Print new events until interrupted'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(StackEventList)
    const sorts = (flags.sort ?? []).map((sort) => (sort.startsWith(':') ? `event_time${sort}` : sort))
    const wanted: EventQuery = {
      resource: flags.resource,
      filters: parameterMap(flags.filter ?? []),
      marker: flags.marker,
      nestedDepth: flags['nested-depth'],
      sortKeys: flags.sort?.filter((sort) => !sort.startsWith(':')).map((sort) => sort.split(':', 1)[0] ?? sort),
      sortDir: sorts[0]?.split(':')[1] === 'desc' ? 'desc' : 'asc',
    }
    if (flags.follow) return await this.follow(args.stack, wanted)
    const events = sortRows(
      stackEvents(await this.session(), args.stack, {...wanted, limit: flags.limit}),
      sorts.join(','),
    )
    if (this.format === 'log') return await this.printLog(await Array.fromAsync(events))
    const rows = await Array.fromAsync(events)
    await this.table(eventColumns(rows[0], Boolean(flags['nested-depth'])), rows)
  }

  private async printLog(events: readonly JsonObject[]): Promise<void> {
    for (const line of createEventLog()(events)) await this.print(line)
    if (events.length === 0) await this.print('')
  }

  /** Runs until Ctrl-C. */
  private async follow(stack: string, wanted: EventQuery): Promise<void> {
    if (this.format !== 'log') throw new UsageError('Option --follow requires the format log.')
    const newEvents = eventReader(await this.session(), stack, wanted)
    const log = createEventLog()
    const poll = async () => {
      for (const line of log(await newEvents())) await this.print(line)
      return undefined
    }
    await pollThroughOutages(this, poll, () => 2)
  }
}
