import {type Columns, Flags, firstRow, ListCommand, type Row, sortRows, UsageError} from '@osc-cli/core'
import {parameterMap} from '#parameters'
import {Stack, stackColumns} from '#stack'

/** --tag-mode to the query that holds --tags. */
const TAG_QUERIES: Record<string, string> = {any: 'tags_any', not: 'not_tags', 'not-any': 'not_tags_any'}

export default class StackList extends ListCommand {
  static override summary = 'List stacks'
  static override roles = ['reader']
  static override columns = Object.keys(stackColumns)
  static override calls = ['GET /v1/{project_id}/stacks']
  static override seeAlso = ['stack show', 'stack failures list']
  static override examples = [
    {command: 'osc stack list', description: 'List the stacks of your project'},
    {command: 'osc stack list --property status=FAILED', description: 'List failed stacks'},
    {
      command: 'osc stack list --nested --sort stack_name:desc',
      description: 'Include nested stacks, sorted by name in descending order',
    },
  ]
  static override flags = {
    deleted: Flags.boolean({description: 'Include soft-deleted stacks'}),
    nested: Flags.boolean({description: 'Include nested stacks'}),
    hidden: Flags.boolean({description: 'Include hidden stacks'}),
    property: Flags.strings({description: 'Filter by this value (repeatable)', helpValue: 'KEY=VALUE'}),
    project: Flags.string({description: 'Filter by project (name or ID; admin only)', helpValue: 'PROJECT'}),
    'project-domain': Flags.string({
      description: 'Domain of the project (name or ID), if its name is not unique',
      helpValue: 'DOMAIN',
    }),
    tags: Flags.string({description: 'Filter by tags: stacks that have all of them', helpValue: 'TAG,TAG'}),
    'tag-mode': Flags.string({
      description: 'Filter by tags differently: any, not or not-any of --tags',
      helpValue: 'MODE',
    }),
    limit: Flags.integer({description: 'Maximum number of stacks to return (0: all)', min: 0, helpValue: 'NUMBER'}),
    marker: Flags.string({description: 'ID of the stack after which the list starts', helpValue: 'ID'}),
    sort: Flags.string({description: 'Sort keys and directions', helpValue: 'KEY[:asc|:desc],...'}),
    'all-projects': Flags.boolean({description: 'Include the stacks of all projects (admin only)'}),
    short: Flags.boolean({description: 'Omit the times'}),
    long: Flags.boolean({description: 'Include the owner; implies --all-projects'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(StackList)
    const tagQuery = flags['tag-mode'] === undefined ? 'tags' : TAG_QUERIES[flags['tag-mode']]
    if (!tagQuery)
      throw new UsageError(`Option --tag-mode cannot be '${flags['tag-mode']}'.`, {
        hint: 'Choose from any, not, not-any.',
      })
    const stacks = this.api(Stack).list(
      {
        ...parameterMap(flags.property ?? []),
        limit: flags.limit || undefined,
        marker: flags.marker,
        [tagQuery]: flags.tags,
        global_tenant: flags['all-projects'] || flags.long || undefined,
        show_deleted: flags.deleted || undefined,
        show_hidden: flags.hidden || undefined,
        show_nested: flags.nested || undefined,
      },
      {singlePage: true},
    )
    const {first, rows} = await firstRow(stacks)
    await this.table(columnsFor(flags, first), sortRows(rows, flags.sort))
  }
}

/** Heat returns the project only to users who may list other projects. */
function columnsFor(
  flags: {short: boolean; long: boolean; nested: boolean; deleted: boolean},
  first: Row | undefined,
): Columns {
  const {ID, 'Stack Name': name, 'Stack Status': status, ...times} = stackColumns
  return {
    ID,
    'Stack Name': name,
    ...(first && 'project' in first ? {Project: 'project'} : {}),
    ...(flags.long ? {'Stack Owner': 'stack_owner'} : {}),
    'Stack Status': status,
    ...(flags.short ? {} : times),
    ...(flags.nested ? {Parent: 'parent'} : {}),
    ...(flags.deleted ? {'Deletion Time': 'deletion_time'} : {}),
  }
}
