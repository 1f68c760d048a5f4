import {Flags, HttpError, ListCommand, peek, type Query, type Row, sortRows} from '@osc-cli/core'
import {Domain} from '#domain'
import {idIn} from '#id-in'
import {firstOf, pageFlags} from '#page'
import {longProjectColumns, Project, projectColumns, projectsOf} from '#project'
import {User} from '#user'

const tagFilter = (description: string) => Flags.string({description, helpValue: 'TAG,TAG'})

export default class ProjectList extends ListCommand {
  static override summary = 'List projects.'
  static override roles = []
  static override calls = [
    'GET /v3/users?name={name}',
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v3/projects',
    'GET /v3/users/{user_id}/projects',
  ]
  static override examples = [
    {command: 'osc project list', description: 'All projects; without the right to see all, your own'},
    {command: 'osc project list --my-projects --long', description: 'The projects that you may work in'},
    {
      command: 'osc project list --domain default --sort name:desc',
      description: 'The projects of one domain, by name backwards',
    },
    {command: 'osc project list --tags-any test,demo', description: 'Projects with one of two tags'},
  ]
  static override flags = {
    domain: Flags.string({description: 'Only of this domain (name or ID).', helpValue: 'DOMAIN'}),
    parent: Flags.string({description: 'Only directly inside this project (name or ID).', helpValue: 'PARENT'}),
    user: Flags.string({description: 'Only those that this user has a role on (name or ID).', helpValue: 'USER'}),
    'my-projects': Flags.boolean({description: 'Only those that you have a role on, whatever the other filters say.'}),
    long: Flags.boolean({description: 'With domain, description and state.'}),
    sort: Flags.string({description: 'Sort by these keys.', helpValue: 'KEY[:asc|:desc],...'}),
    enabled: Flags.boolean({description: 'Only enabled ones.', exclusive: ['disabled']}),
    disabled: Flags.boolean({description: 'Only disabled ones.', exclusive: ['enabled']}),
    tags: tagFilter('Only those with all of these tags.'),
    'tags-any': tagFilter('Only those with any of these tags.'),
    'not-tags': tagFilter('Only those that lack one of these tags.'),
    'not-tags-any': tagFilter('Only those with none of these tags.'),
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
      enabled: Flags.either(flags.enabled, flags.disabled),
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

  /** Who may not list all projects, gets their own. */
  private async allOrMine(all: AsyncIterable<Row>): Promise<AsyncIterable<Row>> {
    try {
      return (await peek(all)).rows
    } catch (error) {
      if (error instanceof HttpError && error.failure.status === 403) return await this.mine()
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
