import {absoluteLimits} from '#common/limits'
import {ifOffered, notOfferedHere} from '#common/offered'
import {projectId} from '#common/project'
import {asArray, asObject, type Columns, Flags, type JsonObject, ListCommand, type Query} from '#sdk'

const absoluteColumns: Columns = {Name: 'name', Value: 'value'}
const rateColumns: Columns = {
  Verb: 'verb',
  URI: 'uri',
  Value: 'value',
  Remain: 'remaining',
  Unit: 'unit',
  'Next Available': 'next-available',
}

export default class LimitsShow extends ListCommand {
  static override summary = 'Show compute and block storage limits and their usage'
  static override roles = []
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v2.1/limits',
    'GET /v3/{project_id}/limits',
  ]
  static override examples = [{command: 'osc limits show --absolute', description: 'Show limits and usage'}]
  static override flags = {
    absolute: Flags.boolean({description: 'Show absolute limits', exactlyOne: ['absolute', 'rate']}),
    rate: Flags.boolean({description: 'Show rate limits', exactlyOne: ['absolute', 'rate']}),
    reserved: Flags.boolean({description: 'Include reservations (with --absolute)'}),
    project: Flags.string({description: 'Project (name or ID; with --absolute)', helpValue: 'PROJECT'}),
    'project-domain': Flags.string({description: 'Domain of the project (name or ID)', helpValue: 'DOMAIN'}),
    domain: Flags.string({description: 'Deprecated: use --project-domain', helpValue: 'DOMAIN'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(LimitsShow)
    const project = flags.project && (await projectId(this.api, flags.project, flags['project-domain'] ?? flags.domain))
    const [compute, volume] = await Promise.all([
      this.limits('compute', {reserved: flags.reserved ? 1 : undefined, tenant_id: project || undefined}),
      project ? this.limits('block-storage', {project_id: project}, '3.39') : this.limits('block-storage'),
    ])
    if (flags.rate) await this.table(rateColumns, [compute, volume].map(asObject).flatMap(rates))
    else await this.table(absoluteColumns, absoluteLimits(compute, volume))
  }

  private async limits(service: string, query?: Query, newest?: string): Promise<JsonObject | undefined> {
    const session = await this.session()
    const answer = await ifOffered(async () => {
      const microversion = newest && (await session.microversion(service, newest))
      return await session.get(service, '/limits', query, {microversion})
    })
    if (!answer) await this.note(await notOfferedHere(service, this.runtime))
    return answer && asObject(answer.limits)
  }
}

const rates = ({rate}: JsonObject): JsonObject[] =>
  asArray(rate)
    .map(asObject)
    .flatMap(({uri, limit}) => asArray(limit).map((one) => ({...asObject(one), uri})))
