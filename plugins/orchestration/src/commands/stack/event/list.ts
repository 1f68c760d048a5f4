import {Args, asText, Flags, type JsonObject, ListCommand, listFormat, sortRows, UsageError} from '@osc-cli/core'
import {eventColumns} from '#event-columns'
import {type EventQuery, stackEvents} from '#events'
import {createEventLog} from '#format/event-log'
import {pollThroughOutages} from '#outage'
import {parameterMap} from '#parameters'

export default class StackEventList extends ListCommand {
  static override summary = "List a stack's events."
  static override roles = ['reader']
  static override calls = [
    'GET /v1/{project_id}/stacks/{name}/{id}',
    'GET /v1/{project_id}/stacks/{name}/{id}/events',
    'GET /v1/{project_id}/stacks/{name}/{id}/resources/{resource}/events',
  ]
  static override examples = [
    {command: 'osc stack event list web', description: 'What happened, as a log'},
    {command: 'osc stack event list --nested-depth 2 -f table web', description: 'In nested stacks too, as a table'},
    {command: 'osc stack event list --sort :desc --limit 5 web', description: 'The last five'},
  ]
  static override args = {
    stack: Args.string({description: 'Stack (name or ID).', required: true}),
  }
  static override flags = {
    format: listFormat({also: ['log'], byDefault: 'log'}),
    resource: Flags.string({
      description: 'Only events of this resource.',
      helpValue: 'RESOURCE',
      exclusive: ['nested-depth'],
    }),
    filter: Flags.strings({description: 'Only events with this value.', helpValue: 'KEY=VALUE'}),
    limit: Flags.integer({description: 'At most this many.', helpValue: 'NUMBER'}),
    marker: Flags.string({description: 'Begin after this event.', helpValue: 'ID'}),
    'nested-depth': Flags.integer({
      description: 'Look so deep into nested stacks.',
      helpValue: 'DEPTH',
      exclusive: ['resource'],
    }),
    sort: Flags.strings({
      description: 'Sort by this key; :desc alone is by time backwards.',
      helpValue: 'KEY[:asc|:desc]',
    }),
    follow: Flags.boolean({description: 'Go on with what happens, until interrupted.'}),
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

  /** Ends by Ctrl-C only. */
  private async follow(stack: string, wanted: EventQuery): Promise<void> {
    if (this.format !== 'log') throw new UsageError('Option --follow needs the format log.')
    const session = await this.session()
    const log = createEventLog()
    let {marker} = wanted
    const poll = async () => {
      const events = await Array.fromAsync(stackEvents(session, stack, {...wanted, marker}))
      for (const line of log(events)) await this.print(line)
      marker = asText(events.at(-1)?.id) ?? marker
      return undefined
    }
    await pollThroughOutages(this, poll, () => 2)
  }
}
