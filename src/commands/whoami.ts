import type {CloudConfig} from '#cloud/config/types'
import type {Access} from '#cloud/types'
import {type Cell, Formatted, type JsonObject, ShowCommand} from '#sdk'

export default class Whoami extends ShowCommand {
  static override summary = 'Show your user, project, roles and settings'
  static override description =
    'Your roles in the scope of the token determine what you are allowed to do. Settings are shown with their sources.'
  static override roles = []
  static override calls = ['POST /v3/auth/tokens']
  static override examples = [
    {command: 'osc whoami', description: 'Show user, scope, roles, expiration, endpoints and settings'},
    {command: 'osc whoami -f value -c project_id', description: 'Print the project ID, for scripts'},
  ]

  async run(): Promise<void> {
    await this.parse(Whoami)
    const [config, session] = await Promise.all([this.runtime.config(), this.session()])
    const access = await session.access()
    const cells = {...caller(config, access), endpoints: endpoints(config, access), settings: settings(config)}
    await this.show({}, Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, () => cell])))
  }
}

function caller(config: CloudConfig, access: Access): Record<string, Cell> {
  return {
    cloud: config.name ?? null,
    region: config.region ?? null,
    auth_type: config.authType,
    auth_url: config.auth.auth_url ?? null,
    user: access.userName ?? null,
    user_id: access.userId ?? null,
    user_domain: access.userDomainName ?? null,
    scope: scopeOf(access),
    project: access.projectName ?? null,
    project_id: access.projectId ?? null,
    project_domain: access.projectDomainName ?? null,
    domain: access.domainName ?? null,
    domain_id: access.domainId ?? null,
    trust_id: access.trustId ?? null,
    roles: list(access.roles.map(({name}) => name)),
    expires_at: access.expiresAt ?? null,
  }
}

function scopeOf(access: Access): string {
  if (access.projectId) return 'project'
  if (access.domainId) return 'domain'
  return access.system ? 'system' : 'none'
}

/** The endpoint of each service that the settings choose: their interface, their region. */
function endpoints(config: CloudConfig, access: Access): Cell {
  const chosen: [string, string][] = access.catalog.flatMap(({type, endpoints: all}) => {
    const fitting = all.find(
      (endpoint) => endpoint.interface === config.interface && (!config.region || endpoint.region === config.region),
    )
    return fitting ? [[type, fitting.url]] : []
  })
  return table(Object.fromEntries(chosen.sort(([a], [b]) => (a < b ? -1 : 1))))
}

/** Where each setting came from; what nobody set is left out. */
function settings(config: CloudConfig): Cell {
  const set = Object.entries(config.sources).filter(([, source]) => source.kind !== 'default')
  return table(Object.fromEntries(set.map(([key, source]) => [key, source.name])))
}

const list = (texts: string[]): Cell => new Formatted(texts, () => texts.join(', '))

const table = (entries: JsonObject): Cell =>
  new Formatted(entries, () =>
    Object.entries(entries)
      .map(([key, value]) => `${key}: ${value}`)
      .join('\n'),
  )
