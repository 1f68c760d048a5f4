import {
  type Columns,
  Flags,
  firstOf,
  type JsonObject,
  Known,
  ListCommand,
  pageFlags,
  pick,
  projectFlags,
  projectOf,
  tagFilterFlags,
  tagQuery,
} from '@osc-cli/core'
import {AgentRouter} from '#agent-resources'
import {routerColumns, routerFields} from '#router'

export default class RouterList extends ListCommand {
  static override summary = 'List routers'
  static override roles = ['reader']
  static override calls = [
    'GET /v3/projects?name={name}',
    'GET /v3/domains?name={name}',
    'GET /v2.0/routers',
    'GET /v2.0/agents/{agent_id}/l3-routers',
    'GET /v2.0/extensions',
  ]
  static override examples = [{command: 'osc router list --long', description: 'List all routers with more columns'}]
  static override flags = {
    name: Flags.string({description: 'List routers with this name', helpValue: 'NAME'}),
    ...Flags.choices({enable: 'List enabled routers', disable: 'List disabled routers'}),
    long: Flags.boolean({description: 'Include additional columns'}),
    agent: Flags.string({description: 'List routers hosted by this L3 agent (ID)', helpValue: 'AGENT-ID'}),
    ...projectFlags('List routers of this project (name or ID)'),
    ...tagFilterFlags('routers'),
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(RouterList)
    const state = Flags.chosen(flags, {enable: true, disable: false})
    const project = await projectOf(this.api, flags)
    const listed =
      flags.agent === undefined
        ? this.api(Known.Router).list({
            name: flags.name,
            admin_state_up: state,
            project_id: project,
            ...tagQuery(flags),
            marker: flags.marker,
            limit: flags.limit,
          })
        : this.api(AgentRouter).under(flags.agent).list()
    const wanted = {name: flags.name, admin_state_up: state, project_id: project}
    const routers = (await Array.fromAsync(firstOf(listed, flags['max-items']))).filter((router) =>
      matches(router, wanted),
    )
    await this.table(
      {...routerColumns(routers), ...(flags.long && longColumns(await this.offers('router_availability_zone')))},
      routers,
    )
  }
}

/** Agents list all their routers; the options select among them here. */
const matches = (router: JsonObject, wanted: JsonObject): boolean =>
  Object.entries(wanted).every(([key, value]) => value === undefined || router[key] === value)

const longColumns = (hasZones: boolean): Columns =>
  pick(routerFields, {
    Routes: 'routes',
    'External gateway info': 'external_gateway_info',
    ...(hasZones && {'Availability zones': 'availability_zones' as const}),
    Tags: 'tags',
  })
