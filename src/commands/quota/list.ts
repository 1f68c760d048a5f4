import type {Session} from '#cloud/types'
import {allProjects} from '#common/project'
import {CORE_QUOTAS, getQuotas, type QuotaService, quotasOf} from '#common/quotas'
import {inOrder} from '#rows/in-order'
import {asText, type Columns, Flags, HttpError, type JsonObject, ListCommand} from '#sdk'

const OPTIONS = ['compute', 'volume', 'network'] as const
const exactlyOne = [...OPTIONS, 'service']
const one = (what: string) => Flags.boolean({description: `List ${what} quotas`, exactlyOne})

export default class QuotaList extends ListCommand {
  static override summary = 'List projects with quotas other than the defaults'
  static override roles = ['admin']
  static override calls = [
    'GET /v3/projects',
    'GET /v2.1/os-quota-sets/{project_id}',
    'GET /v2.1/os-quota-sets/{project_id}/{defaults|detail}',
    'GET /v3/{project_id}/os-quota-sets/{project_id}',
    'GET /v3/{project_id}/os-quota-sets/{project_id}/defaults',
    'GET /v2.0/quotas/{project_id}',
    'GET /v2.0/quotas/{project_id}/{default|details.json}',
  ]
  static override examples = [
    {command: 'osc quota list --compute', description: 'List projects with their own compute quotas'},
  ]
  static override flags = {
    compute: one('compute'),
    volume: one('block storage'),
    network: one('network'),
    service: Flags.string({description: 'Service type whose quotas to list', helpValue: 'TYPE', exactlyOne}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(QuotaList)
    const option = OPTIONS.find((candidate) => flags[candidate]) ?? 'compute'
    const service = flags.service === undefined ? CORE_QUOTAS[option] : quotasOf(flags.service)
    const columns: Columns = service.columns ?? swapped(service.names)
    const session = await this.session()
    const keys = Object.values(columns).map(String)
    const rows = inOrder(allProjects(this.api), ({id}) => this.differing(session, service, asText(id) ?? '', keys))
    await this.table({'Project ID': 'id', ...columns}, present(rows))
  }

  /** A project's quotas where one of them is not the default. */
  private async differing(
    session: Session,
    service: QuotaService,
    id: string,
    keys: readonly string[],
  ): Promise<JsonObject | undefined> {
    try {
      const [quotas, defaults] = await Promise.all([
        getQuotas(session, service, id),
        getQuotas(session, service, id, service.defaults),
      ])
      return keys.some((key) => asText(quotas[key]) !== asText(defaults[key])) ? {id, ...quotas} : undefined
    } catch (error) {
      if (!(error instanceof HttpError) || error.failure.status >= 500 || error.failure.status === 401) throw error
      await this.note(`Project ${id}: ${error.message}`)
      return undefined
    }
  }
}

async function* present(rows: AsyncIterable<JsonObject | undefined>): AsyncGenerator<JsonObject> {
  for await (const row of rows) if (row) yield row
}

const swapped = (names: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(names).map(([key, name]) => [name, key]))
