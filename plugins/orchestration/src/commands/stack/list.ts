import {type Columns, Flags, ListCommand, peek, type Row, sortRows, UsageError} from '@osc-cli/core'
import {parameterMap} from '#parameters'
import {Stack, stackColumns} from '#stack'

/** --tag-mode to the query that holds --tags. */
const TAG_QUERIES: Record<string, string> = {any: 'tags_any', not: 'not_tags', 'not-any': 'not_tags_any'}

export default class StackList extends ListCommand {
  static override summary = 'List stacks.'
  static override roles = ['reader']
  static override calls = ['GET /v1/{project_id}/stacks']
  static override seeAlso = ['stack show', 'stack failures list']
  static override examples = [
    {command: 'osc stack list', description: 'The stacks of your project'},
    {command: 'osc stack list --property status=FAILED', description: 'What went wrong'},
    {command: 'osc stack list --nested --sort stack_name:desc', description: 'Nested stacks too, by name backwards'},
  ]
  static override flags = {
    deleted: Flags.boolean({description: 'Soft-deleted stacks too.'}),
    nested: Flags.boolean({description: 'Nested stacks too.'}),
    hidden: Flags.boolean({description: 'Hidden stacks too.'}),
    property: Flags.strings({description: 'Only stacks with this value; repeat for more.', helpValue: 'KEY=VALUE'}),
    project: Flags.string({description: 'Only stacks of this project (name or ID; admin only).', helpValue: 'PROJECT'}),
    'project-domain': Flags.string({
      description: 'Domain of the project (name or ID), where its name alone is not enough.',
      helpValue: 'DOMAIN',
    }),
    tags: Flags.string({description: 'Only stacks with all of these tags.', helpValue: 'TAG,TAG'}),
    'tag-mode': Flags.string({description: 'How tags count instead: any, not, not-any.', helpValue: 'MODE'}),
    limit: Flags.integer({description: 'At most this many.', min: 0, helpValue: 'NUMBER'}),
    marker: Flags.string({description: 'Begin after this stack.', helpValue: 'ID'}),
    sort: Flags.string({description: 'Sort by these keys.', helpValue: 'KEY[:asc|:desc],...'}),
    'all-projects': Flags.boolean({description: 'Stacks of all projects (admin only).'}),
    short: Flags.boolean({description: 'Without the times.'}),
    long: Flags.boolean({description: 'With the owner; implies --all-projects.'}),
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
    const {first, rows} = await peek(stacks)
    await this.table(columnsFor(flags, first), sortRows(rows, flags.sort))
  }
}

/** Heat tells the project only to those who may see others'. */
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
