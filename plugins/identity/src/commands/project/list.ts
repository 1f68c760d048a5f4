import {
  Flags,
  firstOf,
  firstRow,
  HttpError,
  idIn,
  ListCommand,
  pageFlags,
  type Query,
  type Row,
  sortRows,
} from '@osc-cli/core'
import {Domain} from '#domain'
import {longProjectColumns, Project, projectColumns, projectsOf} from '#project'
import {User} from '#user'

const tagFilter = (description: string) => Flags.string({description, helpValue: 'TAG,TAG'})

export default class ProjectList extends ListCommand {
  static override summary = 'List projects'
  static override roles = []
  static override columns = Object.keys({...projectColumns, ...longProjectColumns})
  static override calls = [
    'GET /v3/users?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v3/projects',
    'GET /v3/users/{user_id}/projects',
  ]
  static override examples = [
    {command: 'osc project list', description: 'List all projects, or your own without permission to list all'},
    {command: 'osc project list --my-projects --long', description: 'List the projects that you have a role on'},
    {
      command: 'osc project list --domain default --sort name:desc',
      description: 'List the projects of one domain in reverse order',
    },
    {command: 'osc project list --tags-any test,demo', description: 'List projects with one of two tags'},
  ]
  static override flags = {
    domain: Flags.string({description: 'Domain (name or ID)', helpValue: 'DOMAIN'}),
    parent: Flags.string({description: 'Parent project (name or ID)', helpValue: 'PARENT'}),
    user: Flags.string({description: 'User who has a role on the projects (name or ID)', helpValue: 'USER'}),
    'my-projects': Flags.boolean({description: 'List projects that you have a role on and ignore other filters'}),
    long: Flags.boolean({description: 'Include domain, description and state'}),
    sort: Flags.string({description: 'Keys to sort by', helpValue: 'KEY[:asc|:desc],...'}),
    enabled: Flags.boolean({description: 'List enabled ones only', exclusive: ['disabled']}),
    disabled: Flags.boolean({description: 'List disabled ones only', exclusive: ['enabled']}),
    tags: tagFilter('List projects with all of these tags'),
    'tags-any': tagFilter('List projects with any of these tags'),
    'not-tags': tagFilter('Exclude projects with all of these tags'),
    'not-tags-any': tagFilter('Exclude projects with any of these tags'),
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(ProjectList)
    const rows = flags['my-projects'] ? await this.mine() : await this.filtered(flags)
    const columns = flags.long ? longProjectColumns : projectColumns
    await this.table(columns, firstOf(sortRows(rows, flags.sort), flags['max-items']))
  }

  private async mine(): Promise<AsyncIterable<Row>> {
    const {userId} = await (await this.session()).access()
    return this.api(userId === undefined ? Project : projectsOf(userId)).list()
  }

  private async filtered(flags: Filters): Promise<AsyncIterable<Row>> {
    const domain = await idIn(this.api, Domain, flags.domain)
    const [parent, user] = await Promise.all([
      idIn(this.api, Project, flags.parent),
      idIn(this.api, User, flags.user, domain),
    ])
    const query: Query = {
      domain_id: domain,
      parent_id: parent,
      enabled: Flags.chosen({...flags}, {enabled: true, disabled: false}),
      tags: flags.tags,
      'tags-any': flags['tags-any'],
      'not-tags': flags['not-tags'],
      'not-tags-any': flags['not-tags-any'],
      limit: flags.limit || undefined,
      marker: flags.marker,
    }
    const rows = this.api(user === undefined ? Project : projectsOf(user)).list(query)
    const unfiltered = user === undefined && Object.values(query).every((value) => value === undefined)
    return unfiltered ? await this.allOrMine(rows) : rows
  }

  /** Without permission to list all projects, lists the caller's own. */
  private async allOrMine(all: AsyncIterable<Row>): Promise<AsyncIterable<Row>> {
    try {
      return (await firstRow(all)).rows
    } catch (error) {
      if (HttpError.is(error, 403)) return await this.mine()
      throw error
    }
  }
}

interface Filters {
  domain?: string | undefined
  parent?: string | undefined
  user?: string | undefined
  enabled: boolean
  disabled: boolean
  tags?: string | undefined
  'tags-any'?: string | undefined
  'not-tags'?: string | undefined
  'not-tags-any'?: string | undefined
  limit?: number | undefined
  marker?: string | undefined
}
