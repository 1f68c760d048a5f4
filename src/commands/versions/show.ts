import type {Session} from '#cloud/types'
import {type Place, places} from '#common/endpoints'
import {documentUrl, inferred} from '#common/version-url'
import {type ListedVersion, listedVersions} from '#common/versions'
import {type Columns, Flags, type JsonObject, ListCommand, OscError} from '#sdk'

const columns: Columns = {
  'Region Name': 'region',
  'Service Type': 'type',
  Version: 'version',
  Status: 'status',
  Endpoint: 'url',
  'Min Microversion': 'min',
  'Max Microversion': 'max',
}

export default class VersionsShow extends ListCommand {
  static override summary = 'List the API versions of the services'
  static override roles = []
  static override calls = ['GET /', 'GET /v1/{account}']
  static override examples = [
    {
      command: 'osc versions show --service identity',
      description: 'List the API versions of Keystone',
    },
    {command: 'osc versions show --status deprecated', description: 'List the deprecated API versions'},
  ]
  static override flags = {
    'all-interfaces': Flags.boolean({description: 'All interfaces', exclusive: ['interface']}),
    interface: Flags.string({description: 'Interface (default: public)', helpValue: 'INTERFACE', default: 'public'}),
    'region-name': Flags.string({description: 'Region', helpValue: 'REGION'}),
    service: Flags.string({description: 'Service type or an alias of it', helpValue: 'SERVICE'}),
    status: Flags.string({description: 'Status: current, supported or deprecated', helpValue: 'STATUS'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(VersionsShow)
    const session = await this.session()
    const {catalog, projectId} = await session.access()
    const found = places(catalog, {
      interface: flags['all-interfaces'] ? undefined : flags.interface,
      region: flags['region-name'],
      service: flags.service,
    })
    const ask = documents(session)
    const rows = await Promise.all(found.map((place) => versionsOf(place, projectId, ask)))
    const status = flags.status?.toUpperCase()
    await this.table(
      columns,
      rows.flat().filter((row) => !status || row.status === status),
    )
  }
}

type Ask = (url: string) => Promise<ListedVersion[]>

/** Each document is asked for once; an address without one has no versions. */
function documents(session: Session): Ask {
  const requested = new Map<string, Promise<ListedVersion[]>>()
  const ask: Ask = async (url) => {
    try {
      return listedVersions(await session.document(url), url)
    } catch (error) {
      if (error instanceof OscError && error.exitCode !== 130) return []
      throw error
    }
  }
  return (url) => {
    const answer = requested.get(url) ?? ask(url)
    requested.set(url, answer)
    return answer
  }
}

async function versionsOf({region, type, url}: Place, project: string | undefined, ask: Ask): Promise<JsonObject[]> {
  const listed = await ask(documentUrl(url, project))
  const versions = listed.length > 0 ? listed : [{...inferred(url, project), status: 'CURRENT', min: null, max: null}]
  return versions.map((version) => ({region: region ?? null, type, ...version}))
}
